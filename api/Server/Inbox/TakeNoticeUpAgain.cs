using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Inbox;

/// <summary>対応済みを取り消す: a notice stands in the list again.</summary>
public static class TakeNoticeUpAgainEndpoint
{
    /// <summary>DELETE /api/inbox/{type}/{id}/done, by anybody of the organisation.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapDelete("/inbox/{type}/{id:guid}/done", Handle)
        .Requires(Permission.OpenAct)
        .Produces(StatusCodes.Status204NoContent)
        .Refuses(StatusCodes.Status404NotFound)
        .WithName("takeNoticeUpAgain")
        .WithTags("Inbox");

    private static Task<IResult> Handle(string type, Guid id, Notices notices, CancellationToken ct) => notices.NotDone(type, id, ct);
}
