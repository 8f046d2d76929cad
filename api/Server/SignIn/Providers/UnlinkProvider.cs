using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.SignIn.Providers;

/// <summary>Ends the link to one's account at a provider; one way to sign in stays.</summary>
internal sealed class UnlinkProviderEndpoint(ProviderAccounts links, Accounts accounts) : ApiEndpoint<OfProvider>
{
    public override void Configure()
    {
        Delete("/account/providers/{provider}");
        Description(route => route
            .Requires(Permission.OwnAccount)
            .RequiresRecentSignIn()
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)
            .WithTags("Account"));
    }

    public override async Task<IResult> ExecuteAsync(OfProvider request, CancellationToken ct)
    {
        var person = HttpContext.SessionAtHand().Person.Id;
        if ((await links.Of(person, ct)).All(link => link.Provider != request.Provider))
        {
            return Problems.NotFound;
        }

        await accounts.RemoveWayIn(person, ProviderAccounts.Unlinking(request.Provider, person), secondFactor: false, ct);
        return Results.NoContent();
    }
}
