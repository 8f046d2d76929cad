namespace SecurityTracker.Server.Access.SignIn;

/// <summary>Signs in with a passkey. It is something one has, and its user was verified: both factors at once.</summary>
public static class SignInWithPasskeyEndpoint
{
    /// <summary>POST /api/sign-in/passkey.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/sign-in/passkey", Handle)
        .Requires(Permission.SignIn)
        .Limited(RateLimits.SignIn)
        .Produces<SignInAnswer>()
        .Refuses(StatusCodes.Status401Unauthorized)
        .WithName("signInWithPasskey")
        .WithTags("SignIn");

    private static async Task<IResult> Handle(PasskeyAnswer request, HttpContext context, Passkeys passkeys, SignInFlow flow, CancellationToken ct)
    {
        var begun = context.Begun();
        return await passkeys.Verify(context, request, sessionId: null, ct) is { } personId && (begun is null || begun.PersonId == personId)
            ? await flow.Answer(context, personId, begun?.Method ?? SignInMethod.PASSKEY, secondFactor: true, ct)
            : await flow.Fail(context, begun?.PersonId, SignInProblems.PasskeyFailed);
    }
}
