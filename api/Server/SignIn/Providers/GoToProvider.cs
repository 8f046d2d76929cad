using FastEndpoints;
using Microsoft.AspNetCore.Authentication;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.SignIn.Providers;

/// <summary>Where to go, and where to come back to.</summary>
/// <param name="Provider">The provider's word in the settings.</param>
/// <param name="To">The address of the program's own to go on at afterwards; any other leads to the first screen.</param>
internal sealed record GoToProviderRequest([property: RouteParam] string Provider, [property: QueryParam] string? To);

/// <summary>Sends the browser to a provider, to sign in, or to prove again who one is; for the address bar.</summary>
internal sealed class GoToProviderEndpoint(ProviderSchemes schemes) : ApiEndpoint<GoToProviderRequest>
{
    public override void Configure()
    {
        Get("/sign-in/providers/{provider}");
        Description(route => route
            .Requires(Permission.SignIn)
            .Limited(RateLimits.SignIn)
            .Produces(StatusCodes.Status302Found)
            .Refuses(StatusCodes.Status404NotFound)
            .WithTags("SignIn"));
    }

    public override async Task<IResult> ExecuteAsync(GoToProviderRequest request, CancellationToken ct)
    {
        if (!schemes.Has(request.Provider))
        {
            return Problems.NotFound;
        }

        var properties = new AuthenticationProperties();
        properties.Items[ProviderArrival.To] = request.To is { } to && IsOurs(to) ? InAscii(to) : "/";
        if (HttpContext.Features.Get<Identified>()?.Session is not null)
        {
            ProviderChallenge.AskAgain(properties);
        }

        try
        {
            await HttpContext.ChallengeAsync(request.Provider, properties);
            return Results.Empty;
        }
        catch (ProviderUnavailableException)
        {
            return Results.Redirect(ProviderArrival.Failure(ProviderFailure.Unavailable, properties));
        }
    }

    /// <summary>The same address as it can stand in a header.</summary>
    private static string InAscii(string address) => string.Concat(address.EnumerateRunes().Select(rune => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));

    /// <summary>An address of our own screens and nothing that a browser could read as another host's.</summary>
    private static bool IsOurs(string to) =>
        to is { Length: > 0 and <= 2000 } && to[0] == '/' && !to.StartsWith("//", StringComparison.Ordinal) && !to.Contains('\\', StringComparison.Ordinal) && !to.Any(char.IsControl);
}
