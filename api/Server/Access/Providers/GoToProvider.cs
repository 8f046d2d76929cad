using Microsoft.AspNetCore.Authentication;
using SecurityTracker.Server.Access.SignIn;

namespace SecurityTracker.Server.Access.Providers;

/// <summary>Where the browser is to go.</summary>
/// <param name="Address">An address at the provider.</param>
public sealed record ProviderAddress(string Address);

/// <summary>Sends the browser to a provider: to sign in, to accept an invitation, to prove again who one is, or to link one's account there.</summary>
public static class GoToProviderEndpoints
{
    /// <summary>
    /// GET /api/sign-in/providers/{provider}?to=&amp;invitation= for the address bar; POST /api/account/providers/{provider} answers where
    /// to go to link one's account, and DELETE ends the link.
    /// </summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/sign-in/providers/{provider}", Go)
            .Requires(Permission.SignIn)
            .Limited(RateLimits.SignIn)
            .Produces(StatusCodes.Status302Found)
            .Refuses(StatusCodes.Status404NotFound)
            .WithName("goToProvider")
            .WithTags("SignIn");
        api.MapPost("/account/providers/{provider}", Link)
            .Requires(Permission.OwnAccount)
            .RequiresRecentSignIn()
            .Produces<ProviderAddress>()
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable)
            .WithName("linkProvider")
            .WithTags("Account");
        api.MapDelete("/account/providers/{provider}", Unlink)
            .Requires(Permission.OwnAccount)
            .RequiresRecentSignIn()
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)
            .WithName("unlinkProvider")
            .WithTags("Account");
    }

    private static async Task<IResult> Go(string provider, string? to, string? invitation, HttpContext context, ProviderSchemes schemes)
    {
        if (!schemes.Has(provider))
        {
            return Problems.NotFound;
        }

        var properties = new AuthenticationProperties();
        properties.Items[ProviderArrival.To] = IsOurs(to) ? InAscii(to!) : "/";
        properties.Items[ProviderArrival.Invitation] = invitation;
        properties.SetParameter(OidcHandler.Again, context.Features.Get<Identified>()?.Session is not null);
        try
        {
            await context.ChallengeAsync(provider, properties);
            return Results.Empty;
        }
        catch (ProviderUnavailableException)
        {
            return Results.Redirect(ProviderArrival.Failure("provider-unavailable", properties));
        }
    }

    private static async Task<IResult> Link(string provider, HttpContext context, ProviderSchemes schemes)
    {
        if (!schemes.Has(provider))
        {
            return Problems.NotFound;
        }

        var properties = new AuthenticationProperties();
        properties.Items[ProviderArrival.To] = "/account";
        properties.Items[ProviderArrival.LinkTo] = context.SessionAtHand().Person.Id.ToString("D");
        properties.SetParameter(OidcHandler.Again, value: true);
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

    private static async Task<IResult> Unlink(string provider, HttpContext context, ProviderAccounts links, Accounts accounts, CancellationToken ct)
    {
        var person = context.SessionAtHand().Person.Id;
        return await accounts.Of(person, ct) is { PasswordHash: null, Passkeys: 0 } && (await links.Of(person, ct)).Count == 1
            ? ProviderProblems.LastSignIn
            : await links.Unlink(provider, person, ct) ? Results.NoContent() : Problems.NotFound;
    }

    /// <summary>The same address as it can stand in a header.</summary>
    private static string InAscii(string address) => string.Concat(address.EnumerateRunes().Select(rune => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));

    /// <summary>An address of our own screens and nothing that a browser could read as another host's.</summary>
    private static bool IsOurs(string? to) =>
        to is { Length: > 0 and <= 2000 } && to[0] == '/' && !to.StartsWith("//", StringComparison.Ordinal) && !to.Contains('\\', StringComparison.Ordinal) && !to.Any(char.IsControl);
}
