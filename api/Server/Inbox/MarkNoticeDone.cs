using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Inbox;

/// <summary>対応済みにする: a notice leaves the list of the whole organisation.</summary>
public static class MarkNoticeDoneEndpoint
{
    /// <summary>POST /api/inbox/{type}/{id}/done: <c>type</c> and <c>id</c> as the list gives them. A notice that is done already stays so.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/inbox/{type}/{id:guid}/done", Handle)
        .Requires(Permission.OpenAct)
        .Produces(StatusCodes.Status204NoContent)
        .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status412PreconditionFailed, StatusCodes.Status428PreconditionRequired)
        .WithName("markNoticeDone")
        .WithTags("Inbox");

    private static Task<IResult> Handle(string type, Guid id, IfMatch ifMatch, Notices notices, CancellationToken ct) => notices.Done(type, id, ifMatch, ct);
}
