using SecurityTracker.Server.Access.SignIn;

namespace SecurityTracker.Server.Access.Providers;

/// <summary>Accepts an invitation as someone whom a provider knows: no password is ever chosen.</summary>
public sealed class ProviderEnrolment(ProviderAccounts links, Invitations invitations, Accounts accounts, Enrolment enrolment)
{
    /// <summary>Makes a new person of the subject, or gives the person that the subject is the invitation's part.</summary>
    /// <param name="token">The invitation's token.</param>
    /// <param name="provider">The provider.</param>
    /// <param name="subject">Who came back from it.</param>
    /// <param name="linked">Whose account that is already, or null.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The person, or the code of what went wrong. Where the mail address has an account that is not this one, it has to be linked first.</returns>
    public async Task<(Guid? PersonId, string? Failure)> Accept(string token, string provider, string subject, Guid? linked, CancellationToken ct)
    {
        if (await invitations.Of(token, ct) is not { } invitation)
        {
            return (null, SignInProblems.LinkNotValid.Code);
        }

        if ((await accounts.Of(invitation.Mail, ct))?.PersonId is var owner && owner != linked)
        {
            return (null, "provider-linked-elsewhere");
        }

        if (!await invitations.Take(invitation.Id, ct))
        {
            return (null, SignInProblems.LinkNotValid.Code);
        }

        var part = new Part(invitation.OrganisationId, invitation.SectionId, invitation.Role);
        if (linked is { } known)
        {
            return (known, (await enrolment.Grant(known, part, ct))?.Code);
        }

        var (personId, problem) = await enrolment.Enrol(invitation.Name, invitation.Mail, passwordHash: null, [part], ct);
        return problem is not null ? (null, problem.Code)
            : await links.Link(provider, subject, personId, ct) ? (personId, null)
            : (null, "provider-linked-elsewhere");
    }
}
