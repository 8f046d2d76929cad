using System.Text.Json.Nodes;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.SignIn;

/// <summary>One proof: the password, a code, or a passkey's answer with its state.</summary>
internal sealed record ReauthenticateRequest(string? Password = null, string? Code = null, JsonNode? Credential = null, string? State = null);

/// <summary>Until when important acts need no further proof.</summary>
internal sealed record ReauthenticatedAnswer(DateTimeOffset ReauthenticatedUntil);

/// <summary>Proves again, in the session at hand, to be the one.</summary>
internal sealed class ReauthenticateEndpoint(
    Accounts accounts, Passwords passwords, SecondFactors factors, Passkeys passkeys, Sessions sessions, SignInFlow flow) : ApiEndpoint<Sent<ReauthenticateRequest>>
{
    public override void Configure()
    {
        Post("/session/re-authentication");
        Description(route => route
            .Requires(Permission.OwnAccount)
            .Limited(RateLimits.SignIn)
            .Produces<ReauthenticatedAnswer>()
            .Refuses(StatusCodes.Status401Unauthorized));
    }

    public override async Task<IResult> ExecuteAsync(Sent<ReauthenticateRequest> request, CancellationToken ct)
    {
        var session = HttpContext.SessionAtHand().Session;
        var account = await accounts.Of(session.PersonId, ct);
        var allowed = await accounts.Attempt(session.PersonId, ct);
        var (good, problem) = request.Body switch
        {
            { Password: { } password } => (passwords.Verify(account, password), SignInProblems.SignInFailed),
            { Code: { } code } => (account is not null && allowed && await factors.TakeCode(account, code, ct), SignInProblems.CodeWrong),
            { Credential: { } credential, State: { } state } => (await passkeys.Verify(HttpContext, new(credential, state), session.Id, ct) == session.PersonId, SignInProblems.PasskeyFailed),
            _ => (false, SignInProblems.SignInFailed),
        };
        if (!good || !allowed)
        {
            return await flow.Fail(HttpContext, session.PersonId, problem);
        }

        await accounts.ForgetFailures(session.PersonId, ct);
        return new Answer<ReauthenticatedAnswer>(new(await sessions.Reauthenticate(HttpContext, session.Id, secondFactor: request.Body.Password is null, ct)));
    }
}
