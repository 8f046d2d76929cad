using SecurityTracker.Domain;

namespace SecurityTracker.Server.SignIn.Providers;

/// <summary>
/// Accepts an invitation as someone whom a provider knows: no password is ever chosen. An invitation is for a mail address; whoever
/// else holds its link, and is signed in at the provider as somebody else, does not get what was meant for another.
/// </summary>
internal sealed class ProviderEnrolment(ProviderAccounts links, Invitations invitations, Accounts accounts, Enrolment enrolment)
{
    /// <summary>The mail address has an account that is not linked to who came back.</summary>
    public static readonly Refusal LinkedElsewhere = new("provider-linked-elsewhere", RefusalKind.CONFLICT, new(
        "このメールアドレスのアカウントは、別の方法でサインインします。サインインしてから「アカウント」の画面で連携してください。",
        "The account of this mail address signs in another way. Sign in and link the two under My account."));

    /// <summary>The provider's account is somebody else's than the invitation is for.</summary>
    public static readonly Refusal ForAnother = new("invitation-for-another", RefusalKind.CONFLICT, new(
        "この招待は別のメールアドレスの方に宛てたものです。招待されたアカウントでサインインし直すか、ご自分のメールアドレスへの招待を依頼してください。",
        "This invitation is for another mail address. Sign in with the account that was invited, or ask for an invitation to your own address."));

    /// <summary>The invitation of a link, where it may be accepted as who came back.</summary>
    /// <returns>The invitation and whose account it is already (or null).</returns>
    public async Task<(Invitation Invitation, Guid? Linked)> Check(Arrived arrived, CancellationToken ct)
    {
        if (await invitations.Of(arrived.Invitation, ct) is not { } invitation)
        {
            throw new ProblemException(Problems.From(AccountRefusals.LinkNotValid));
        }

        var linked = await links.PersonOf(arrived.Provider, arrived.Subject, ct);
        var owner = (await accounts.Of(invitation.Mail, ct))?.PersonId;
        var vouched = arrived.VerifiedMail is { } mail ? Mailbox.Normal(mail) == Mailbox.Normal(invitation.Mail) : (bool?)null;
        var refusal = (linked, owner) switch
        {
            ({ } known, { } invited) => known == invited ? null : ForAnother,
            (null, { }) => LinkedElsewhere,
            ({ }, null) => vouched is true ? null : ForAnother,
            // Where the provider vouches for no address, the person is asked; where it vouches for another one, it is not theirs.
            (null, null) => vouched is false ? ForAnother : null,
        };
        refusal.ThrowIfRefused();
        return (invitation, linked);
    }

    /// <summary>Makes a new person of who came back, or gives the person that it is the invitation's part; all or nothing.</summary>
    /// <returns>The person.</returns>
    public async Task<Guid> Accept(Arrived arrived, CancellationToken ct)
    {
        var (invitation, linked) = await Check(arrived, ct);
        if (linked is not { } known)
        {
            return await enrolment.Enrol(
                invitation.Name, invitation.Mail, passwordHash: null, [invitation.Place], ct,
                id => invitations.Taking(invitation.Id, id), id => links.Linking(arrived.Provider, arrived.Subject, id));
        }

        await enrolment.Grant(known, invitation.Place, invitations.Taking(invitation.Id, known), ct);
        return known;
    }
}
