using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.SignIn;

/// <summary>A mail address and its password.</summary>
internal sealed record SignInWithPasswordRequest(string Mail, string Password);

/// <summary>Signs in with a password; unknown, wrong and locked are answered alike, after the same time.</summary>
internal sealed class SignInWithPasswordEndpoint(Accounts accounts, Passwords passwords, SignInFlow flow) : ApiEndpoint<Sent<SignInWithPasswordRequest>>
{
    public override void Configure()
    {
        Post("/sign-in/password");
        Description(route => route
            .Requires(Permission.SignIn)
            .Limited(RateLimits.SignIn)
            .Produces<SignInAnswer>()
            .Refuses(StatusCodes.Status401Unauthorized));
    }

    public override async Task<IResult> ExecuteAsync(Sent<SignInWithPasswordRequest> request, CancellationToken ct)
    {
        var account = await accounts.Of(request.Body.Mail, ct);
        var allowed = await accounts.Attempt(account?.PersonId ?? Guid.Empty, ct);
        if (!passwords.Verify(account, request.Body.Password) || !allowed)
        {
            return await flow.Fail(HttpContext, account?.PersonId, SignInProblems.SignInFailed);
        }

        await accounts.Uncount(account!.PersonId, ct);
        return await flow.Answer(HttpContext, account.PersonId, SignInMethod.PASSWORD, secondFactor: false, ct);
    }
}
