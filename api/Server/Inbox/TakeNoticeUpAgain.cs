using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Inbox;

/// <summary>対応済みを取り消す: a notice stands in the list again, by anybody of the organisation.</summary>
internal sealed class TakeNoticeUpAgainEndpoint(Notices notices) : ApiEndpoint<OfNotice>
{
    public override void Configure()
    {
        Delete("/inbox/{type}/{id:guid}/done");
        Description(route => route
            .Requires(Permission.OpenAct)
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(StatusCodes.Status404NotFound));
    }

    public override Task<IResult> ExecuteAsync(OfNotice request, CancellationToken ct) => notices.NotDone(request.Type, request.Id, ct);
}
