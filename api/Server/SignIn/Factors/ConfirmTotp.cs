using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.SignIn;

/// <summary>The first code that the app shows.</summary>
internal sealed record ConfirmTotpRequest(string Code);

/// <summary>Puts an authenticator app in force with its first code.</summary>
internal sealed class ConfirmTotpEndpoint(
    Accounts accounts, Totp totp, SecondFactors factors, Sessions sessions, SignInFlow flow) : ApiEndpoint<Sent<ConfirmTotpRequest>>
{
    public override void Configure()
    {
        Post("/account/totp/confirmation");
        Description(route => route
            .Requires(Permission.EnrolSecondFactor)
            .Limited(RateLimits.SignIn)
            .Produces<SecondFactorEnrolled>()
            .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity)
            .WithTags("Account"));
    }

    public override async Task<IResult> ExecuteAsync(Sent<ConfirmTotpRequest> request, CancellationToken ct)
    {
        var session = HttpContext.SessionAtHand().Session;
        if (await accounts.Of(session.PersonId, ct) is not { TotpPending: { } pending } account)
        {
            return SignInProblems.TotpNotBegun;
        }

        if (totp.StepOf(pending, request.Body.Code, lastStep: 0) is not { } step)
        {
            return SignInProblems.CodeWrong with { Status = StatusCodes.Status422UnprocessableEntity };
        }

        await accounts.ConfirmTotp(account.PersonId, step, ct);
        return new Answer<SecondFactorEnrolled>(await flow.Enrolled(HttpContext, account, factors, sessions, ct));
    }
}
