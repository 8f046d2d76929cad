using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.SignIn;

/// <summary>One of the two.</summary>
/// <param name="Code">Of the authenticator app.</param>
/// <param name="RecoveryCode">One of those that were noted down.</param>
internal sealed record ShowSecondFactorRequest(string? Code = null, string? RecoveryCode = null);

/// <summary>Completes a sign-in with a second factor.</summary>
internal sealed class ShowSecondFactorEndpoint(
    Accounts accounts, SecondFactors factors, Sessions sessions, SignInFlow flow) : ApiEndpoint<Sent<ShowSecondFactorRequest>>
{
    public override void Configure()
    {
        Post("/sign-in/second-factor");
        Description(route => route
            .Requires(Permission.CompleteSignIn)
            .Limited(RateLimits.SignIn)
            .Produces<SignInAnswer>()
            .Refuses(StatusCodes.Status401Unauthorized));
    }

    public override async Task<IResult> ExecuteAsync(Sent<ShowSecondFactorRequest> request, CancellationToken ct)
    {
        var session = HttpContext.SessionAtHand().Session;
        if (session.Next != SignInStep.SECOND_FACTOR || await accounts.Of(session.PersonId, ct) is not { } account)
        {
            return new Answer<SignInAnswer>(new(session.Next, []));
        }

        if (!await accounts.Attempt(account.PersonId, ct))
        {
            await sessions.End(session.PersonId, session.Id, ct);
            SessionCookie.Remove(HttpContext);
            return await flow.Fail(HttpContext, account.PersonId, SignInProblems.SignInFailed);
        }

        var good = request.Body switch
        {
            { Code: { } code } => await factors.TakeCode(account, code, ct),
            { RecoveryCode: { } code } => await accounts.TakeRecoveryCode(account.PersonId, code, ct),
            _ => false,
        };
        return good
            ? await flow.Answer(HttpContext, account.PersonId, session.Method, secondFactor: true, ct)
            : await flow.Fail(HttpContext, account.PersonId, SignInProblems.CodeWrong);
    }
}
