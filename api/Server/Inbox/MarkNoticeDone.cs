using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Inbox;

/// <summary>
/// 対応済みにする: a notice leaves the list of the whole organisation.
/// <c>type</c> and <c>id</c> as the list gives them. A notice that is done already stays so.
/// </summary>
internal sealed class MarkNoticeDoneEndpoint(Notices notices) : ApiEndpoint<OnNotice>
{
    public override void Configure()
    {
        Post("/inbox/{type}/{id:guid}/done");
        Description(route => route
            .Requires(Permission.OpenAct)
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status412PreconditionFailed, StatusCodes.Status428PreconditionRequired));
    }

    public override Task<IResult> ExecuteAsync(OnNotice request, CancellationToken ct) => notices.Done(request.Type, request.Id, request.IfMatch, ct);
}
