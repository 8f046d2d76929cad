using Microsoft.AspNetCore.Authentication;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.SignIn.Providers;

/// <summary>The invitation that is to be accepted with a provider's account.</summary>
/// <param name="Token">What the link in the mail holds.</param>
internal sealed record GoToProviderWithInvitationRequest(string Token);

/// <summary>Answers where to go to accept an invitation with a provider's account. The link's token travels in the body alone.</summary>
internal sealed class GoToProviderWithInvitationEndpoint(ProviderChallenge challenge) : ApiEndpoint<OfProvider<GoToProviderWithInvitationRequest>>
{
    public override void Configure()
    {
        Post("/sign-in/providers/{provider}");
        Description(route => route
            .Requires(Permission.SignIn)
            .Limited(RateLimits.SignIn)
            .Produces<ProviderAddress>()
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable)
            .WithTags("SignIn"));
    }

    public override Task<IResult> ExecuteAsync(OfProvider<GoToProviderWithInvitationRequest> request, CancellationToken ct)
    {
        var properties = new AuthenticationProperties();
        properties.Items[ProviderArrival.To] = "/invitation/arrival";
        properties.Items[ProviderArrival.Invitation] = request.Body.Token;
        return challenge.AnswerAddress(HttpContext, request.Provider, properties);
    }
}
