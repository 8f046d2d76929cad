using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn;

/// <summary>The password that was, and the one from now on.</summary>
/// <param name="Current">The password that was.</param>
/// <param name="Password">The one from now on.</param>
/// <param name="KeepTokens">The personal tokens that go on working; every other ends.</param>
internal sealed record ChangePasswordRequest(string Current, string Password, IReadOnlyList<Guid>? KeepTokens = null);

/// <summary>Changes one's own password; every other device is signed out, and every token ends that is not kept by name.</summary>
internal sealed class ChangePasswordEndpoint(
    Accounts accounts, Passwords passwords, Sessions sessions, SessionDescription description, Tokens tokens, SignInFlow flow, EventStore store) : ApiEndpoint<Sent<ChangePasswordRequest>>
{
    public override void Configure()
    {
        Put("/account/password");
        Description(route => route
            .Requires(Permission.OwnAccount)
            .Limited(RateLimits.SignIn)
            .Produces<TokensAfterReset>()
            .Refuses(StatusCodes.Status401Unauthorized, StatusCodes.Status422UnprocessableEntity)
            .WithTags("Account"));
    }

    public override async Task<IResult> ExecuteAsync(Sent<ChangePasswordRequest> request, CancellationToken ct)
    {
        var at = HttpContext.SessionAtHand();
        var account = await accounts.Of(at.Person.Id, ct);
        var allowed = await accounts.Attempt(at.Person.Id, ct);
        if (!passwords.Verify(account, request.Body.Current) || !allowed)
        {
            return await flow.Fail(HttpContext, at.Person.Id, SignInProblems.SignInFailed);
        }

        await accounts.ForgetFailures(at.Person.Id, ct);
        var person = await description.Describe(at, ct);
        Passwords.Check(request.Body.Password, [person.Mail ?? "", person.Name ?? ""]).ThrowIfRefused();
        var all = await tokens.Of(at.Person.Id, ct);
        var session = store.OpenSession();
        session.QueueSql(Accounts.Holding(at.Person.Id));
        session.QueueSql(Accounts.SettingPassword(at.Person.Id, passwords.Hash(request.Body.Password)));
        session.QueueSql(PasswordResets.Ending(at.Person.Id));
        session.QueueSql(Tokens.EndingOthers(at.Person.Id, request.Body.KeepTokens));
        session.QueueSql(Sessions.EndingOthers(at.Person.Id, at.Session.Id));
        await session.SaveChanges(ct);
        await sessions.Rotate(HttpContext, at.Session.Id, ct);
        return new Answer<TokensAfterReset>(TokensAfterReset.Of(all, request.Body.KeepTokens));
    }
}
