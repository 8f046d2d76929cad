using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.SignIn;

/// <summary>Signs in with a passkey. It is something one has, and its user was verified: both factors at once.</summary>
internal sealed class SignInWithPasskeyEndpoint(Passkeys passkeys, SignInFlow flow) : ApiEndpoint<Sent<PasskeyAnswer>>
{
    public override void Configure()
    {
        Post("/sign-in/passkey");
        Description(route => route
            .Requires(Permission.SignIn)
            .Limited(RateLimits.SignIn)
            .Produces<SignInAnswer>()
            .Refuses(StatusCodes.Status401Unauthorized));
    }

    public override async Task<IResult> ExecuteAsync(Sent<PasskeyAnswer> request, CancellationToken ct)
    {
        var begun = HttpContext.Begun();
        return await passkeys.Verify(HttpContext, request.Body, sessionId: null, ct) is { } personId && (begun is null || begun.PersonId == personId)
            ? await flow.Answer(HttpContext, personId, begun?.Method ?? SignInMethod.PASSKEY, secondFactor: true, ct)
            : await flow.Fail(HttpContext, begun?.PersonId, SignInProblems.PasskeyFailed);
    }
}
