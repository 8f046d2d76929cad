using Microsoft.Extensions.Options;
using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Server.Audit;
using SecurityTracker.Server.Mail;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Access.SignIn;

/// <summary>What goes on after the reset.</summary>
/// <param name="KeepTokens">The personal tokens that go on working; every other ends.</param>
public sealed record ResetSignInRequest(IReadOnlyList<Guid>? KeepTokens = null);

/// <summary>A link to begin anew with.</summary>
/// <param name="Link">To be handed over, where no mail has been sent so far; else null.</param>
/// <param name="Sent">Whether the mail server took the mail.</param>
/// <param name="Delivery">Where the mail is; null where no mail server is configured.</param>
/// <param name="Tokens">What became of the personal tokens.</param>
public sealed record SignInResetAnswer(string? Link, bool Sent, MailState? Delivery, TokensAfterReset Tokens);

/// <summary>
/// Rescues someone of the own organisation who has lost every way to sign in (telephone, recovery codes, password): password, second
/// factors and devices end, and a link to choose a password goes to the person's own mail address. A second factor is set up again
/// where the role needs one. Personal tokens end too, but for those that whoever resets has seen and keeps.
/// </summary>
public static class ResetSignInEndpoint
{
    private static readonly Refusal Yourself = new("own-account", RefusalKind.CONFLICT, new(
        "ご自分のサインインの方法は、「アカウント」の画面で変更してください。", "Change how you sign in under My account."));

    private static readonly Refusal BelongsElsewhere = new("belongs-elsewhere", RefusalKind.CONFLICT, new(
        "この方は、ほかの組織にも所属しています。全ての組織の方をお一人で再設定することはできません。SecurityTrackerの運用担当にご連絡ください。",
        "This person belongs to another organisation too, so no single organisation resets the sign-in. Tell those who run SecurityTracker."));

    private static readonly Refusal NoAccount = new("no-account", RefusalKind.CONFLICT, new(
        "この方は、まだサインインの登録をしていません。招待してください。", "This person has no account yet. Send an invitation."));

    /// <summary>POST /api/organisations/{id}/people/{personId}/sign-in-reset, and GET what tokens it would end.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/organisations/{id:guid}/people/{personId:guid}/tokens", List)
            .Requires(Permission.ManagePeople)
            .Produces<IReadOnlyList<TokenDetails>>()
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity)
            .WithName("getTokensOfPerson")
            .WithTags("SignIn");
        api.MapPost("/organisations/{id:guid}/people/{personId:guid}/sign-in-reset", Handle)
            .Requires(Permission.ManagePeople)
            .RequiresRecentSignIn()
            .Produces<SignInResetAnswer>()
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status429TooManyRequests)
            .WithName("resetSignIn")
            .WithTags("SignIn");
    }

    private static async Task<IResult> List(
        Guid id, Guid personId, OrganisationAccess access, Actor actor, People people, Accounts accounts, Tokens tokens, TimeProvider time, CancellationToken ct) =>
        // One's own can be read, and who has no account has none.
        Check(id, personId, await Held(id, personId, access, people, time, ct), access, actor, await accounts.Of(personId, ct)) is { } why && why != Yourself && why != NoAccount
            ? Problems.From(why)
            : new Answer<IReadOnlyList<TokenDetails>>(await tokens.Of(personId, ct));

    private static async Task<IResult> Handle(
        Guid id, Guid personId, ResetSignInRequest? request, HttpContext context, OrganisationAccess access, Actor actor, People people, Accounts accounts, Tokens tokens,
        EventStore store, MailLimits limits, PublicAddress address, MailRoom room, Mails mails, AuditLog audit, IOptions<SignInSettings> settings, TimeProvider time, CancellationToken ct)
    {
        var account = await accounts.Of(personId, ct);
        if (Check(id, personId, await Held(id, personId, access, people, time, ct), access, actor, account) is { } why)
        {
            return Problems.From(why);
        }

        var all = await tokens.Of(personId, ct);
        var (token, expires) = (SessionKey.Fresh(), time.GetUtcNow().AddDays(settings.Value.InvitationDays));
        var (link, key) = (PasswordResets.Link(address.Of(context), token), $"sign-in-reset/{Guid.CreateVersion7()}");
        var session = store.OpenSession();
        foreach (var statement in (IEnumerable<NpgsqlBatchCommand>)
            [
                limits.Counting(new(MailKind.SIGN_IN_RESET, actor.PersonId, id, account!.Mail)), .. Ending(personId, request?.KeepTokens), PasswordResets.Opening(personId, token, expires),
                .. room.IsOpen ? mails.Queueing(key, Letters.SignInReset(account.Mail, link, settings.Value.InvitationDays), expires) : [],
            ])
        {
            session.QueueSql(statement);
        }

        if (await MailLimits.Save(session, ct) is { } tooMany)
        {
            return tooMany;
        }

        await audit.Note(new(AuditKind.SIGN_IN_RESET, personId, id, Role: null, Route: null, StatusCodes.Status200OK, Code: null), ct);
        var delivery = await mails.Outcome(key, ct);
        var sent = delivery == MailState.SENT;
        return new Answer<SignInResetAnswer>(new(sent ? null : link, sent, delivery, TokensAfterReset.Of(all, request?.KeepTokens)));
    }

    private static async Task<IReadOnlyList<Domain.Access.Membership>> Held(
        Guid id, Guid personId, OrganisationAccess access, People people, TimeProvider time, CancellationToken ct) =>
        access.SeesPeople(id) ? (await people.Find(personId, ct))?.Value.ActingOn(Tokyo.Today(time)) ?? [] : [];

    private static Refusal? Check(
        Guid id, Guid personId, IReadOnlyList<Domain.Access.Membership> held, OrganisationAccess access, Actor actor, Account? account) =>
        held.All(m => m.OrganisationId != id) ? Domain.Access.PersonRefusals.NotFound
        : personId == actor.PersonId ? Yourself
        : held.Any(m => m.OrganisationId != id) ? BelongsElsewhere
        : held.Select(m => access.Gives(m.Role, m.SectionId)).FirstOrDefault(r => r is not null) ?? (account is null ? NoAccount : null);

    private static IEnumerable<NpgsqlBatchCommand> Ending(Guid personId, IReadOnlyList<Guid>? keepTokens) =>
    [
        Accounts.Holding(personId),
        Statement.Of(
            "UPDATE accounts SET password_hash = NULL, totp_secret = NULL, totp_since = NULL, totp_pending = NULL, failures = 0, locked_until = NULL WHERE person_id = $1", personId),
        Statement.Of("DELETE FROM passkeys WHERE person_id = $1", personId),
        Statement.Of("DELETE FROM recovery_codes WHERE person_id = $1", personId),
        Statement.Of("DELETE FROM provider_accounts WHERE person_id = $1", personId),
        Tokens.EndingOthers(personId, keepTokens),
        PasswordResets.Ending(personId),
        Sessions.EndingOthers(personId, but: null),
    ];
}
