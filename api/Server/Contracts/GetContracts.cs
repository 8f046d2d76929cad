using FastEndpoints;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Inbox;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Contracts;

/// <summary>What is to be done about a contract, and by whom.</summary>
/// <param name="Own">By the reader's side; of staff, by themselves.</param>
/// <param name="Late">Of these, how much is past its 期限.</param>
/// <param name="Officer">What the reader waits for from the ministry.</param>
/// <param name="Contractor">From the contractor.</param>
/// <param name="Subcontractor">From a 再委託先.</param>
internal sealed record ContractToDo(int Own, int Late, int Officer, int Contractor, int Subcontractor);

/// <summary>A contract as it is listed.</summary>
internal sealed record ContractListItem(
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
    ContractToDo ToDo,
    NextReport? NextReport,
    LastReport? LastReport);

/// <summary>A page of contracts.</summary>
/// <param name="Next">The cursor of the next page, or null on the last.</param>
/// <param name="Total">How many there are over all pages.</param>
/// <param name="ShowsReports">Whether the reader sees reports; who does not is told nothing of the next one.</param>
internal sealed record ContractList(IReadOnlyList<ContractListItem> Items, string? Next, int Total, bool ShowsReports);

/// <summary>What is asked for.</summary>
/// <param name="Q">What is looked for in names, contractor and 課室.</param>
/// <param name="Stage">In this stage alone.</param>
/// <param name="Edition">Of this edition alone, by its code.</param>
/// <param name="Sort"><c>name</c>, <c>endsOn</c>, <c>-endsOn</c> or <c>attention</c>.</param>
/// <param name="Limit">How many at the most.</param>
/// <param name="Cursor">The <c>next</c> of the page before; the first page where it is left out.</param>
/// <param name="After">A sequence to wait for. The list is written with the contracts themselves, so it is always met.</param>
internal sealed record GetContractsRequest(
    [property: QueryParam] string? Q,
    [property: QueryParam] string? Stage,
    [property: QueryParam] string? Edition,
    [property: QueryParam] string? Sort,
    [property: QueryParam] int? Limit,
    [property: QueryParam] string? Cursor,
    [property: QueryParam] long? After);

/// <summary>The contracts that the actor sees, filtered, sorted and by pages.</summary>
internal sealed class GetContractsEndpoint(EventStore store, InboxKeeper keeper, Actor actor, TimeProvider time) : ApiEndpoint<GetContractsRequest>
{
    public override void Configure()
    {
        Get("/contracts");
        Description(route => route
            .Requires(Permission.ReadContracts)
            .Produces<ContractList>()
            .Refuses(StatusCodes.Status400BadRequest));
    }

    public override async Task<IResult> ExecuteAsync(GetContractsRequest request, CancellationToken ct)
    {
        var query = ContractQuery.Read(request.Q, request.Stage, request.Edition, request.Sort, request.Limit, request.Cursor);
        return new Answer<ContractList>(await query.Run(store, keeper, actor, Tokyo.Today(time), ct));
    }
}
