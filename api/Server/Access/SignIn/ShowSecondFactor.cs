namespace SecurityTracker.Server.Access.SignIn;

/// <summary>One of the two.</summary>
/// <param name="Code">Of the authenticator app.</param>
/// <param name="RecoveryCode">One of those that were noted down.</param>
public sealed record ShowSecondFactorRequest(string? Code = null, string? RecoveryCode = null);

/// <summary>Completes a sign-in with a second factor.</summary>
public static class ShowSecondFactorEndpoint
{
    /// <summary>POST /api/sign-in/second-factor.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/sign-in/second-factor", Handle)
        .Requires(Permission.CompleteSignIn)
        .Limited(RateLimits.SignIn)
        .Produces<SignInAnswer>()
        .Refuses(StatusCodes.Status401Unauthorized)
        .WithName("showSecondFactor")
        .WithTags("SignIn");

    private static async Task<IResult> Handle(
        ShowSecondFactorRequest request, HttpContext context, Accounts accounts, SecondFactors factors, Sessions sessions, SignInFlow flow, CancellationToken ct)
    {
        var session = context.SessionAtHand().Session;
        if (session.Next != SignInStep.SECOND_FACTOR || await accounts.Of(session.PersonId, ct) is not { } account)
        {
            return new Answer<SignInAnswer>(new(session.Next, []));
        }

        if (!await accounts.Attempt(account.PersonId, ct))
        {
            await sessions.End(session.PersonId, session.Id, ct);
            SessionCookie.Remove(context);
            return await flow.Fail(context, account.PersonId, SignInProblems.SignInFailed);
        }

        var good = request switch
        {
            { Code: { } code } => await factors.TakeCode(account, code, ct),
            { RecoveryCode: { } code } => await accounts.TakeRecoveryCode(account.PersonId, code, ct),
            _ => false,
        };
        return good
            ? await flow.Answer(context, account.PersonId, session.Method, secondFactor: true, ct)
            : await flow.Fail(context, account.PersonId, SignInProblems.CodeWrong);
    }
}
