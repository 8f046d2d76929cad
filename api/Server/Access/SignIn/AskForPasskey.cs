namespace SecurityTracker.Server.Access.SignIn;

/// <summary>Asks the browser for a passkey: in a sign-in that has begun one of that person's, else any.</summary>
public static class AskForPasskeyEndpoint
{
    /// <summary>POST /api/sign-in/passkey/options.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/sign-in/passkey/options", Handle)
        .Requires(Permission.SignIn)
        .Limited(RateLimits.SignIn)
        .Produces<PasskeyQuestion>()
        .WithName("askForPasskey")
        .WithTags("SignIn");

    private static async Task<IResult> Handle(HttpContext context, Passkeys passkeys, CancellationToken ct) => new Answer<PasskeyQuestion>(
        await passkeys.Ask(context, context.Begun()?.PersonId, sessionId: null, ct));

    /// <summary>The session that waits for its second factor, or null.</summary>
    internal static SignedIn? Begun(this HttpContext context) =>
        context.Features.Get<Identified>()?.Session?.Session is { Next: SignInStep.SECOND_FACTOR } begun ? begun : null;
}
