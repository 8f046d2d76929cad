using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.SignIn.Providers;

/// <summary>Who came back from a provider, and the invitation that would become theirs: both are shown before anything is bound.</summary>
/// <param name="ProviderName">The provider's name.</param>
/// <param name="Name">Whom the provider names.</param>
/// <param name="Mail">The address that the provider names.</param>
/// <param name="MailVerified">Whether it vouches for that address.</param>
/// <param name="Linked">Whether the provider's account signs somebody in here already: then that person gets the part.</param>
/// <param name="Invitation">What was offered, and to whom.</param>
internal sealed record ArrivalDetails(string ProviderName, string? Name, string? Mail, bool MailVerified, bool Linked, InvitationDetails Invitation);

/// <summary>Asks, and then binds: an invitation becomes that of a provider's account only when the person has seen whose account it is.</summary>
internal static class AcceptAsArrivedEndpoint
{
    private static readonly Problem NobodyArrived = new(StatusCodes.Status404NotFound, "arrival-over", new(
        "時間が経過しました。招待のメールのリンクを開き、もう一度操作してください。", "Time has run out. Open the link of the invitation and try again."));

    /// <summary>GET /api/invitations/arrival and POST /api/invitations/arrival/acceptance.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/invitations/arrival", Read)
            .Requires(Permission.SignIn)
            .Limited(RateLimits.SignIn)
            .Reads<ArrivalDetails>()
            .Refuses(StatusCodes.Status409Conflict)
            .WithName("getArrival")
            .WithTags("SignIn");
        api.MapPost("/invitations/arrival/acceptance", Accept)
            .Requires(Permission.SignIn)
            .Limited(RateLimits.SignIn)
            .Produces<SignInAnswer>()
            .Refuses(StatusCodes.Status401Unauthorized, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity)
            .WithName("acceptAsArrived")
            .WithTags("SignIn");
    }

    private static async Task<IResult> Read(
        HttpContext context, ArrivalCookie cookie, ProviderEnrolment enrolment, ProviderSchemes schemes, InvitationDescription description, CancellationToken ct)
    {
        if (cookie.Read(context) is not { } arrived || schemes.All.FirstOrDefault(p => p.Id == arrived.Provider) is not { } provider)
        {
            return NobodyArrived;
        }

        var (invitation, linked) = await enrolment.Check(arrived, ct);
        return new Answer<ArrivalDetails>(new(
            provider.Name, arrived.Name, arrived.Mail, arrived.MailVerified, linked is not null, await description.Describe(invitation, signedInAs: null, ct)));
    }

    private static async Task<IResult> Accept(HttpContext context, ArrivalCookie cookie, ProviderEnrolment enrolment, SignInFlow flow, CancellationToken ct)
    {
        if (cookie.Read(context) is not { } arrived)
        {
            return NobodyArrived;
        }

        Guid personId;
        try
        {
            personId = await enrolment.Accept(arrived, ct);
        }
        catch (ProblemException refused) when (refused.IsOfTheRequest)
        {
            // Answered here and not thrown on: a failure's answer takes nothing along that was put on it before, and who was refused arrives anew.
            ArrivalCookie.Remove(context);
            return refused.Problem;
        }

        ArrivalCookie.Remove(context);
        return await flow.Proceed(context, personId, SignInMethod.OIDC, arrived.SecondFactor, ct, provedAt: arrived.ProvedAt) is { } answer ? new Answer<SignInAnswer>(answer)
            : SignInProblems.SignInFailed;
    }
}
