using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.SignIn;

/// <summary>Asks the browser for a passkey: in a sign-in that has begun one of that person's, else any.</summary>
internal sealed class AskForPasskeyEndpoint(Passkeys passkeys) : ApiEndpoint
{
    public override void Configure()
    {
        Post("/sign-in/passkey/options");
        Description(route => route
            .Requires(Permission.SignIn)
            .Limited(RateLimits.SignIn)
            .Produces<PasskeyQuestion>());
    }

    public override async Task<IResult> ExecuteAsync(CancellationToken ct) =>
        new Answer<PasskeyQuestion>(await passkeys.Ask(HttpContext, HttpContext.Begun()?.PersonId, sessionId: null, ct));
}
