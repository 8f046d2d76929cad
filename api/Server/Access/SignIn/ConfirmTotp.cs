namespace SecurityTracker.Server.Access.SignIn;

/// <summary>The first code that the app shows.</summary>
public sealed record ConfirmTotpRequest(string Code);

/// <summary>A second factor is there.</summary>
/// <param name="RecoveryCodes">To be noted down now, where there were none before; they are not shown again.</param>
/// <param name="Next">Nothing: a sign-in that waited for it is complete.</param>
public sealed record SecondFactorEnrolled(IReadOnlyList<string>? RecoveryCodes, SignInStep Next);

/// <summary>Puts an authenticator app in force with its first code.</summary>
public static class ConfirmTotpEndpoint
{
    /// <summary>POST /api/account/totp/confirmation.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/account/totp/confirmation", Handle)
        .Requires(Permission.EnrolSecondFactor)
        .Limited(RateLimits.SignIn)
        .Produces<SecondFactorEnrolled>()
        .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity)
        .WithName("confirmTotp")
        .WithTags("Account");

    private static async Task<IResult> Handle(
        ConfirmTotpRequest request, HttpContext context, Accounts accounts, Totp totp, SecondFactors factors, Sessions sessions, SignInFlow flow, CancellationToken ct)
    {
        var session = context.SessionAtHand().Session;
        if (await accounts.Of(session.PersonId, ct) is not { TotpPending: { } pending } account)
        {
            return SignInProblems.TotpNotBegun;
        }

        if (totp.StepOf(pending, request.Code, lastStep: 0) is not { } step)
        {
            return SignInProblems.CodeWrong with { Status = StatusCodes.Status422UnprocessableEntity };
        }

        await accounts.ConfirmTotp(account.PersonId, step, ct);
        return new Answer<SecondFactorEnrolled>(await flow.Enrolled(context, account, factors, sessions, ct));
    }

    /// <summary>A session that waited for a second factor to be set up is complete; any other goes on under another key.</summary>
    internal static async Task<SecondFactorEnrolled> Enrolled(this SignInFlow flow, HttpContext context, Account account, SecondFactors factors, Sessions sessions, CancellationToken ct)
    {
        var session = context.SessionAtHand().Session;
        var codes = await factors.FirstCodes(account, ct);
        if (session.Next == SignInStep.ENROL_SECOND_FACTOR)
        {
            await flow.Proceed(context, session.PersonId, session.Method, secondFactor: true, ct, session.MembershipId);
        }
        else
        {
            await sessions.Rotate(context, session.Id, ct);
        }

        return new(codes, SignInStep.DONE);
    }
}
