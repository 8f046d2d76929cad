using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace SecurityTracker.Server.SignIn.Providers;

/// <summary>Where the browser is to go.</summary>
/// <param name="Address">An address at the provider.</param>
internal sealed record ProviderAddress(string Address);

/// <summary>Sends somebody to a provider; what is to be done once they come back travels along.</summary>
internal sealed class ProviderChallenge(ProviderSchemes schemes)
{
    /// <summary>The address at the provider, for a screen that goes there by itself.</summary>
    /// <param name="context">The request; it gets the cookie by which who comes back is known.</param>
    /// <param name="provider">The provider's word; 404 where there is none of that word.</param>
    /// <param name="properties">What travels along.</param>
    public async Task<IResult> AnswerAddress(HttpContext context, string provider, AuthenticationProperties properties)
    {
        if (!schemes.Has(provider))
        {
            return Problems.NotFound;
        }

        AskAgain(properties);
        try
        {
            await context.ChallengeAsync(provider, properties);
        }
        catch (ProviderUnavailableException)
        {
            return ProviderProblems.Unavailable;
        }

        var address = context.Response.Headers.Location.ToString();
        context.Response.Headers.Remove("Location");
        return Results.Ok(new ProviderAddress(address));
    }

    /// <summary>The provider is to ask also someone who is signed in there: it may be somebody else's browser.</summary>
    public static void AskAgain(AuthenticationProperties properties)
    {
        properties.SetParameter(OpenIdConnectParameterNames.Prompt, OpenIdConnectPrompt.Login);
        properties.SetParameter<TimeSpan?>(OpenIdConnectParameterNames.MaxAge, TimeSpan.Zero);
    }
}
