using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace SecurityTracker.Server.Access.SignIn;

/// <summary>One proof: the password, a code, or a passkey's answer with its state.</summary>
public sealed record ReauthenticateRequest(string? Password = null, string? Code = null, JsonNode? Credential = null, string? State = null);

/// <summary>Until when important acts need no further proof.</summary>
public sealed record ReauthenticatedAnswer(DateTimeOffset ReauthenticatedUntil);

/// <summary>Proves again, in the session at hand, to be the one.</summary>
public static class ReauthenticateEndpoint
{
    /// <summary>POST /api/session/re-authentication and /api/session/re-authentication/options.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/session/re-authentication/options", Ask)
            .Requires(Permission.OwnAccount)
            .Produces<PasskeyQuestion>()
            .WithName("askForReauthentication")
            .WithTags("SignIn");
        api.MapPost("/session/re-authentication", Handle)
            .Requires(Permission.OwnAccount)
            .Limited(RateLimits.SignIn)
            .Produces<ReauthenticatedAnswer>()
            .Refuses(StatusCodes.Status401Unauthorized)
            .WithName("reauthenticate")
            .WithTags("SignIn");
    }

    private static async Task<IResult> Ask(HttpContext context, Passkeys passkeys, CancellationToken ct)
    {
        var session = context.SessionAtHand().Session;
        return new Answer<PasskeyQuestion>(await passkeys.Ask(context, session.PersonId, session.Id, ct));
    }

    private static async Task<IResult> Handle(
        ReauthenticateRequest request, HttpContext context, Accounts accounts, Passwords passwords, SecondFactors factors, Passkeys passkeys, Sessions sessions, SignInFlow flow,
        IOptions<SignInSettings> settings, TimeProvider time, CancellationToken ct)
    {
        var session = context.SessionAtHand().Session;
        var account = await accounts.Of(session.PersonId, ct);
        var allowed = await accounts.Attempt(session.PersonId, ct);
        var (good, problem) = request switch
        {
            { Password: { } password } => (passwords.Verify(account, password), SignInProblems.SignInFailed),
            { Code: { } code } => (account is not null && allowed && await factors.TakeCode(account, code, ct), SignInProblems.CodeWrong),
            { Credential: { } credential, State: { } state } => (await passkeys.Verify(context, new(credential, state), session.Id, ct) == session.PersonId, SignInProblems.PasskeyFailed),
            _ => (false, SignInProblems.SignInFailed),
        };
        if (!good || !allowed)
        {
            return await flow.Fail(context, session.PersonId, problem);
        }

        await accounts.ForgetFailures(session.PersonId, ct);
        await sessions.Reauthenticate(context, session.Id, secondFactor: request.Password is null, ct);
        return new Answer<ReauthenticatedAnswer>(new(time.GetUtcNow().AddMinutes(settings.Value.RecentMinutes)));
    }
}
