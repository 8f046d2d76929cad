namespace SecurityTracker.Server.Access.SignIn;

/// <summary>A mail address and its password.</summary>
public sealed record SignInWithPasswordRequest(string Mail, string Password);

/// <summary>Signs in with a password; unknown, wrong and locked are answered alike, after the same time.</summary>
public static class SignInWithPasswordEndpoint
{
    /// <summary>POST /api/sign-in/password.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/sign-in/password", Handle)
        .Requires(Permission.SignIn)
        .Limited(RateLimits.SignIn)
        .Produces<SignInAnswer>()
        .Refuses(StatusCodes.Status401Unauthorized)
        .WithName("signInWithPassword")
        .WithTags("SignIn");

    private static async Task<IResult> Handle(
        SignInWithPasswordRequest request, HttpContext context, Accounts accounts, Passwords passwords, SignInFlow flow, CancellationToken ct)
    {
        var account = await accounts.Of(request.Mail, ct);
        var allowed = await accounts.Attempt(account?.PersonId ?? Guid.Empty, ct);
        if (!passwords.Verify(account, request.Password) || !allowed)
        {
            return await flow.Fail(context, account?.PersonId, SignInProblems.SignInFailed);
        }

        await accounts.Uncount(account!.PersonId, ct);
        return await flow.Answer(context, account.PersonId, SignInMethod.PASSWORD, secondFactor: false, ct);
    }
}
