using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.SignIn;

/// <summary>Whose sign-in the actor may reset.</summary>
internal sealed class SignInResets(OrganisationAccess access, Actor actor, People people, TimeProvider time)
{
    /// <summary>One changes one's own by oneself.</summary>
    public static readonly Refusal Yourself = new("own-account", RefusalKind.CONFLICT, new(
        "ご自分のサインインの方法は、「アカウント」の画面で変更してください。", "Change how you sign in under My account."));

    private static readonly Refusal BelongsElsewhere = new("belongs-elsewhere", RefusalKind.CONFLICT, new(
        "この方は、ほかの組織にも所属しています。全ての組織の方をお一人で再設定することはできません。SecurityTrackerの運用担当にご連絡ください。",
        "This person belongs to another organisation too, so no single organisation resets the sign-in. Tell those who run SecurityTracker."));

    /// <summary>Who has not signed in yet has nothing to reset.</summary>
    public static readonly Refusal NoAccount = new("no-account", RefusalKind.CONFLICT, new(
        "この方は、まだサインインの登録をしていません。招待してください。", "This person has no account yet. Send an invitation."));

    /// <summary>Why the sign-in of somebody of an organisation is not the actor's to reset, or null.</summary>
    /// <param name="id">The organisation.</param>
    /// <param name="personId">The person.</param>
    /// <param name="account">The person's account, or null.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Refusal?> Refuse(Guid id, Guid personId, Account? account, CancellationToken ct)
    {
        var held = access.SeesPeople(id) ? (await people.Find(personId, ct))?.Value.ActingOn(Tokyo.Today(time)) ?? [] : [];
        return held.All(m => m.OrganisationId != id) ? PersonRefusals.NotFound
            : personId == actor.PersonId ? Yourself
            : held.Any(m => m.OrganisationId != id) ? BelongsElsewhere
            : held.Select(m => access.Gives(m.Role, m.SectionId)).FirstOrDefault(r => r is not null) ?? (account is null ? NoAccount : null);
    }
}
