using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Inbox;

/// <summary>未読に戻す: an entry stands as unread for the reader alone.</summary>
internal sealed class MarkUnreadEndpoint(Notices notices) : ApiEndpoint<OfNotice>
{
    public override void Configure()
    {
        Post("/inbox/{type}/{id:guid}/unread");
        Description(route => route
            .Requires(Permission.OpenAct)
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(StatusCodes.Status404NotFound));
    }

    public override Task<IResult> ExecuteAsync(OfNotice request, CancellationToken ct) => notices.Unread(request.Type, request.Id, ct);
}
