using Microsoft.AspNetCore.Authentication;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.SignIn.Providers;

/// <summary>Answers where to go to link one's account at a provider.</summary>
internal sealed class LinkProviderEndpoint(ProviderChallenge challenge) : ApiEndpoint<OfProvider>
{
    public override void Configure()
    {
        Post("/account/providers/{provider}");
        Description(route => route
            .Requires(Permission.OwnAccount)
            .RequiresRecentSignIn()
            .Produces<ProviderAddress>()
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable)
            .WithTags("Account"));
    }

    public override Task<IResult> ExecuteAsync(OfProvider request, CancellationToken ct)
    {
        var properties = new AuthenticationProperties();
        properties.Items[ProviderArrival.To] = "/account";
        properties.Items[ProviderArrival.LinkTo] = HttpContext.SessionAtHand().Person.Id.ToString("D");
        return challenge.AnswerAddress(HttpContext, request.Provider, properties);
    }
}
