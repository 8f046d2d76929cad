using FastEndpoints;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Inbox;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Portfolio;

/// <summary>What is asked for.</summary>
/// <param name="Q">What is looked for in names, contractor and 課室.</param>
/// <param name="Officer">Contracts alone that have had this person as 担当職員.</param>
/// <param name="Year">Contracts alone that run in this fiscal year, from 1 April of it to 31 March.</param>
/// <param name="Edition">Of this edition alone, by its code.</param>
/// <param name="After">The <c>next</c> of the page before; the first page where it is left out.</param>
internal sealed record GetPortfolioRequest(
    [property: QueryParam] string? Q, [property: QueryParam] Guid? Officer, [property: QueryParam] int? Year, [property: QueryParam] string? Edition, [property: QueryParam] Guid? After);

/// <summary>The contracts of one's 課室, or of the office, item by item (契約の一覧表): 50 a page.</summary>
internal sealed class GetPortfolioEndpoint(EventStore store, InboxKeeper keeper, Actor actor, TimeProvider time) : ApiEndpoint<GetPortfolioRequest>
{
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    private static readonly Problem YearUnknown = new(400, "year-unknown", new(
        $"年度は{FirstYear}から{LastYear}までの西暦で指定してください。", $"The fiscal year is one from {FirstYear} to {LastYear}."));

    public override void Configure()
    {
        Get("/portfolio");
        Description(route => route
            .Requires(Permission.ReadPortfolio)
            .Produces<PortfolioList>()
            .Refuses(StatusCodes.Status400BadRequest));
    }

    public override async Task<IResult> ExecuteAsync(GetPortfolioRequest request, CancellationToken ct)
    {
        if (request.Year is < FirstYear or > LastYear)
        {
            throw new ProblemException(YearUnknown);
        }

        await keeper.KeepFor(actor, ct);
        return new Answer<PortfolioList>(await store.Read(PortfolioQuery.Page(request, actor, time.GetUtcNow()), ct));
    }
}
