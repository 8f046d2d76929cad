using FastEndpoints;
using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Audit;
using SecurityTracker.Server.Mail;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn;

/// <summary>What goes on after the reset.</summary>
/// <param name="KeepTokens">The personal tokens that go on working; every other ends.</param>
internal sealed record ResetSignInRequest(IReadOnlyList<Guid>? KeepTokens = null);

/// <summary>A link to begin anew with.</summary>
/// <param name="Link">To be handed over, where no mail has been sent so far; else null.</param>
/// <param name="Sent">Whether the mail server took the mail.</param>
/// <param name="Delivery">Where the mail is; null where no mail server is configured.</param>
/// <param name="Tokens">What became of the personal tokens.</param>
internal sealed record SignInResetAnswer(string? Link, bool Sent, MailState? Delivery, TokensAfterReset Tokens);

/// <summary>Names somebody of an organisation, and what goes on.</summary>
/// <param name="Id">The organisation.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Body">What is sent; it may be left out.</param>
internal sealed record ResettingSignIn([property: RouteParam] Guid Id, [property: RouteParam] Guid PersonId, [property: FromBody] ResetSignInRequest? Body);

/// <summary>
/// Rescues someone of the own organisation who has lost every way to sign in (telephone, recovery codes, password): password, second
/// factors and devices end, and a link to choose a password goes to the person's own mail address. A second factor is set up again
/// where the role needs one. Personal tokens end too, but for those that whoever resets has seen and keeps.
/// </summary>
internal sealed class ResetSignInEndpoint(
    SignInResets resets, Actor actor, Accounts accounts, Tokens tokens, EventStore store, LinksByMail links, AuditLog audit) : ApiEndpoint<ResettingSignIn>
{
    public override void Configure()
    {
        Post("/organisations/{id:guid}/people/{personId:guid}/sign-in-reset");
        Description(route => route
            .Requires(Permission.ManagePeople)
            .RequiresRecentSignIn()
            .Produces<SignInResetAnswer>()
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status429TooManyRequests));
    }

    public override async Task<IResult> ExecuteAsync(ResettingSignIn request, CancellationToken ct)
    {
        var account = await accounts.Of(request.PersonId, ct);
        (await resets.Refuse(request.Id, request.PersonId, account, ct)).ThrowIfRefused();
        var all = await tokens.Of(request.PersonId, ct);
        var fresh = links.Fresh(HttpContext);
        var (link, key) = (PasswordResets.Link(fresh.Site, fresh.Token), $"sign-in-reset/{Guid.CreateVersion7()}");
        var session = store.OpenSession();
        session.QueueSql(
        [
            links.Counting(new(MailKind.SIGN_IN_RESET, actor.PersonId, request.Id, account!.Mail)), .. Ending(request.PersonId, request.Body?.KeepTokens),
            PasswordResets.Opening(request.PersonId, fresh.Token, fresh.ExpiresAt),
            .. links.Queueing(key, new(MailKind.SIGN_IN_RESET, request.Id, request.PersonId, actor.PersonId), AccountMails.SignInReset(account.Mail, link, fresh.Days), fresh),
        ]);
        await MailLimits.Save(session, ct);
        await audit.Note(new(AuditKind.SIGN_IN_RESET, request.PersonId, request.Id, Role: null, Route: null, StatusCodes.Status200OK, Code: null), ct);
        var delivered = await links.Delivered(key, link, ct);
        return new Answer<SignInResetAnswer>(new(delivered.Link, delivered.Sent, delivered.Delivery, TokensAfterReset.Of(all, request.Body?.KeepTokens)));
    }

    private static IEnumerable<NpgsqlBatchCommand> Ending(Guid personId, IReadOnlyList<Guid>? keepTokens) =>
    [
        Accounts.Holding(personId),
        SqlStatement.Of(
            "UPDATE accounts SET password_hash = NULL, totp_secret = NULL, totp_since = NULL, totp_pending = NULL, failures = 0, locked_until = NULL WHERE person_id = $1", personId),
        SqlStatement.Of("DELETE FROM passkeys WHERE person_id = $1", personId),
        SqlStatement.Of("DELETE FROM recovery_codes WHERE person_id = $1", personId),
        SqlStatement.Of("DELETE FROM provider_accounts WHERE person_id = $1", personId),
        Tokens.EndingOthers(personId, keepTokens),
        PasswordResets.Ending(personId),
        Sessions.EndingOthers(personId, but: null),
    ];
}
