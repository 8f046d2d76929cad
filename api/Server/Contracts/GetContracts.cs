using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Contracts;

/// <summary>A contract as it is listed.</summary>
public sealed record ContractListItem(
    Guid Id,
    long Version,
    string Name,
    ContractStage Stage,
    string EditionCode,
    int EditionRevision,
    string ContractorName,
    string? OfficeName,
    string SectionName,
    DateOnly? SignedOn,
    DateOnly StartsOn,
    DateOnly EndsOn,
    ContractCounts Counts,
    NextReport? NextReport,
    LastReport? LastReport);

/// <summary>A page of contracts.</summary>
/// <param name="Next">The cursor of the next page, or null on the last.</param>
/// <param name="Total">How many there are over all pages.</param>
/// <param name="ShowsReports">Whether the reader sees reports; who does not is told nothing of the next one.</param>
public sealed record ContractList(IReadOnlyList<ContractListItem> Items, string? Next, int Total, bool ShowsReports);

/// <summary>The contracts that the actor sees, filtered, sorted and by pages.</summary>
public static class GetContractsEndpoint
{
    /// <summary>
    /// GET /api/contracts?q=&amp;stage=&amp;edition=&amp;sort=name|endsOn|-endsOn|attention&amp;limit=&amp;cursor=. The list is written with the
    /// contracts themselves, so that <c>after</c> (a sequence to wait for) is always met.
    /// </summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contracts", Handle)
        .Requires(Permission.ReadContracts)
        .Produces<ContractList>()
        .Refuses(StatusCodes.Status400BadRequest)
        .WithName("getContracts")
        .WithTags("Contracts");

    private static async Task<IResult> Handle(
        string? q, string? stage, string? edition, string? sort, int? limit, string? cursor, long? after,
        EventStore store, Actor actor, TimeProvider time, CancellationToken ct)
    {
        _ = after;
        var (query, problem) = ContractQuery.Read(q, stage, edition, sort, limit, cursor);
        return problem ?? (IResult)new Answer<ContractList>(await query!.Run(store, actor, Tokyo.Today(time), ct));
    }
}
