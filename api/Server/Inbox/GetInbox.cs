using FastEndpoints;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Inbox;

/// <summary>What is asked for.</summary>
/// <param name="Scope"><c>mine</c>, the contracts whose 担当職員 the reader is and those that name none, or <c>section</c>.</param>
/// <param name="Kind">Items of this type alone.</param>
/// <param name="Part"><c>DEADLINE</c>, <c>OWN</c> or <c>AWAITED</c>; where it is left out, what is the reader's to do.</param>
/// <param name="Sort"><c>age</c> or <c>date</c>.</param>
/// <param name="Limit">How many at the most.</param>
/// <param name="Cursor">The <c>next</c> of the page before; the first page where it is left out.</param>
/// <param name="Done">Whether the notices that were marked as done are asked for.</param>
internal sealed record GetInboxRequest(
    [property: QueryParam] string? Scope,
    [property: QueryParam] string? Kind,
    [property: QueryParam] string? Part,
    [property: QueryParam] string? Sort,
    [property: QueryParam] int? Limit,
    [property: QueryParam] string? Cursor,
    [property: QueryParam] bool? Done);

/// <summary>要対応一覧: what is the reader's to do and whom they wait for; 第一報 first, then what is late, then what has waited longest.</summary>
internal sealed class GetInboxEndpoint(InboxReader inbox) : ApiEndpoint<GetInboxRequest>
{
    public override void Configure()
    {
        Get("/inbox");
        Description(route => route
            .Requires(Permission.ReadInbox)
            .Produces<InboxList>()
            .Refuses(StatusCodes.Status400BadRequest));
    }

    public override async Task<IResult> ExecuteAsync(GetInboxRequest request, CancellationToken ct) =>
        new Answer<InboxList>(await inbox.Read(InboxQuery.Read(request), ct));
}
