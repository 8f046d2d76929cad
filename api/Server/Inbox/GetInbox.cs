using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.AuthorityActs;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Inbox;

/// <summary>要対応一覧: what waits for the reader's side, 第一報 first, then what has waited longest.</summary>
public static class GetInboxEndpoint
{
    /// <summary>
    /// GET /api/inbox?scope=mine|section&amp;kind=&amp;sort=age|date&amp;limit=&amp;cursor=. <c>kind</c> is an item's type; <c>mine</c> are the
    /// contracts whose 担当職員 the reader is, and those that name none.
    /// </summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/inbox", Handle)
        .Requires(Permission.ReadInbox)
        .Produces<InboxList>()
        .Refuses(StatusCodes.Status400BadRequest)
        .WithName("getInbox")
        .WithTags("Inbox");

    private static async Task<IResult> Handle(
        string? scope, string? kind, string? sort, int? limit, string? cursor,
        EventStore store, IEnumerable<InboxPart> parts, TargetReader targets, Actor actor, TimeProvider time, CancellationToken ct)
    {
        var (query, problem) = InboxQuery.Read(scope, kind, sort, limit, cursor);
        if (problem is not null)
        {
            return problem;
        }

        var needs = ActSides.Of(actor) == Side.CONTRACTOR ? (await targets.OfEveryContract(ct)).All.ToList() : [];
        return new Answer<InboxList>(await query!.Run(store, parts, needs, actor, time.GetUtcNow(), ct));
    }
}
