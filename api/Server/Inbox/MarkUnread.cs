using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Inbox;

/// <summary>未読に戻す: an entry stands as unread for the reader alone.</summary>
public static class MarkUnreadEndpoint
{
    /// <summary>POST /api/inbox/{type}/{id}/unread.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/inbox/{type}/{id:guid}/unread", Handle)
        .Requires(Permission.OpenAct)
        .Produces(StatusCodes.Status204NoContent)
        .Refuses(StatusCodes.Status404NotFound)
        .WithName("markUnread")
        .WithTags("Inbox");

    private static Task<IResult> Handle(string type, Guid id, Notices notices, CancellationToken ct) => notices.Unread(type, id, ct);
}
