using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Portfolio;

/// <summary>By whom and by which years the contracts in sight can be narrowed.</summary>
internal sealed class GetPortfolioChoicesEndpoint(EventStore store, Actor actor) : ApiEndpoint
{
    public override void Configure()
    {
        Get("/portfolio-choices");
        Description(route => route
            .Requires(Permission.ReadPortfolio)
            .Produces<PortfolioChoices>());
    }

    public override async Task<IResult> ExecuteAsync(CancellationToken ct) => new Answer<PortfolioChoices>(await store.Read(PortfolioQuery.Choices(actor), ct));
}
