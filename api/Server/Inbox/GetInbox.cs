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
    /// GET /api/inbox?scope=mine|section&amp;kind=&amp;sort=age|date&amp;limit=&amp;cursor=&amp;done=. <c>done=true</c> are the notices that were
    /// marked as done. <c>kind</c> is an item's type; <c>mine</c> are the
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
        string? scope, string? kind, string? sort, int? limit, string? cursor, bool? done,
        EventStore store, IEnumerable<InboxPart> parts, TargetReader targets, Actor actor, TimeProvider time, CancellationToken ct)
    {
        var (query, problem) = InboxQuery.Read(scope, kind, sort, limit, cursor, done ?? false);
        if (problem is not null)
        {
            return problem;
        }

        return new Answer<InboxList>(await query!.Run(store, parts, await targets.Needs(ct), actor, time.GetUtcNow(), ct));
    }
}
