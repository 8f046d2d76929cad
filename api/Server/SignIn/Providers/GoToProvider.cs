using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.SignIn.Providers;

/// <summary>Where the browser is to go.</summary>
/// <param name="Address">An address at the provider.</param>
internal sealed record ProviderAddress(string Address);

/// <summary>Sends the browser to a provider: to sign in, to accept an invitation, to prove again who one is, or to link one's account there.</summary>
internal static class GoToProviderEndpoints
{
    /// <summary>
    /// GET /api/sign-in/providers/{provider}?to= for the address bar; POST to the same answers where to go to accept an invitation, and POST
    /// /api/account/providers/{provider} where to go to link one's account; DELETE ends the link. A link's token travels in the body alone.
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
        api.MapPost("/sign-in/providers/{provider}", GoWithInvitation)
            .Requires(Permission.SignIn)
            .Limited(RateLimits.SignIn)
            .Produces<ProviderAddress>()
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable)
            .WithName("goToProviderWithInvitation")
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

    private static async Task<IResult> Go(string provider, string? to, HttpContext context, ProviderSchemes schemes)
    {
        if (!schemes.Has(provider))
        {
            return Problems.NotFound;
        }

        var properties = new AuthenticationProperties();
        properties.Items[ProviderArrival.To] = IsOurs(to) ? InAscii(to!) : "/";
        if (context.Features.Get<Identified>()?.Session is not null)
        {
            AskAgain(properties);
        }

        try
        {
            await context.ChallengeAsync(provider, properties);
            return Results.Empty;
        }
        catch (ProviderUnavailableException)
        {
            return Results.Redirect(ProviderArrival.Failure(ProviderFailure.Unavailable, properties));
        }
    }

    private static Task<IResult> GoWithInvitation(string provider, OpenInvitationRequest request, HttpContext context, ProviderSchemes schemes)
    {
        var properties = new AuthenticationProperties();
        properties.Items[ProviderArrival.To] = "/invitation/arrival";
        properties.Items[ProviderArrival.Invitation] = request.Token;
        // Who is signed in there chooses again: it may be somebody else's browser.
        AskAgain(properties);
        return AnswerAddress(provider, properties, context, schemes);
    }

    private static Task<IResult> Link(string provider, HttpContext context, ProviderSchemes schemes)
    {
        var properties = new AuthenticationProperties();
        properties.Items[ProviderArrival.To] = "/account";
        properties.Items[ProviderArrival.LinkTo] = context.SessionAtHand().Person.Id.ToString("D");
        AskAgain(properties);
        return AnswerAddress(provider, properties, context, schemes);
    }

    private static async Task<IResult> AnswerAddress(string provider, AuthenticationProperties properties, HttpContext context, ProviderSchemes schemes)
    {
        if (!schemes.Has(provider))
        {
            return Problems.NotFound;
        }

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
        if ((await links.Of(person, ct)).All(link => link.Provider != provider))
        {
            return Problems.NotFound;
        }

        await accounts.RemoveWayIn(person, ProviderAccounts.Unlinking(provider, person), secondFactor: false, ct);
        return Results.NoContent();
    }

    /// <summary>The provider is to ask also someone who is signed in there.</summary>
    private static void AskAgain(AuthenticationProperties properties)
    {
        properties.SetParameter(OpenIdConnectParameterNames.Prompt, OpenIdConnectPrompt.Login);
        properties.SetParameter<TimeSpan?>(OpenIdConnectParameterNames.MaxAge, TimeSpan.Zero);
    }

    /// <summary>The same address as it can stand in a header.</summary>
    private static string InAscii(string address) => string.Concat(address.EnumerateRunes().Select(rune => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));

    /// <summary>An address of our own screens and nothing that a browser could read as another host's.</summary>
    private static bool IsOurs(string? to) =>
        to is { Length: > 0 and <= 2000 } && to[0] == '/' && !to.StartsWith("//", StringComparison.Ordinal) && !to.Contains('\\', StringComparison.Ordinal) && !to.Any(char.IsControl);
}
