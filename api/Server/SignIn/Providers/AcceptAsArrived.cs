using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.SignIn.Providers;

/// <summary>Binds an invitation to a provider's account, once the person has seen whose account it is (<see cref="GetArrivalEndpoint"/>).</summary>
internal sealed class AcceptAsArrivedEndpoint(ArrivalCookie cookie, ProviderEnrolment enrolment, SignInFlow flow) : ApiEndpoint
{
    public override void Configure()
    {
        Post("/invitations/arrival/acceptance");
        Description(route => route
            .Requires(Permission.SignIn)
            .Limited(RateLimits.SignIn)
            .Produces<SignInAnswer>()
            .Refuses(StatusCodes.Status401Unauthorized, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity)
            .WithTags("SignIn"));
    }

    public override async Task<IResult> ExecuteAsync(CancellationToken ct)
    {
        if (cookie.Read(HttpContext) is not { } arrived)
        {
            return ProviderProblems.NobodyArrived;
        }

        Guid personId;
        try
        {
            personId = await enrolment.Accept(arrived, ct);
        }
        catch (ProblemException refused) when (refused.IsOfTheRequest)
        {
            // Answered here and not thrown on: a failure's answer takes nothing along that was put on it before, and who was refused arrives anew.
            ArrivalCookie.Remove(HttpContext);
            return refused.Problem;
        }

        ArrivalCookie.Remove(HttpContext);
        return await flow.Proceed(HttpContext, personId, SignInMethod.OIDC, arrived.SecondFactor, ct, provedAt: arrived.ProvedAt) is { } answer ? new Answer<SignInAnswer>(answer)
            : SignInProblems.SignInFailed;
    }
}
