using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Confirms what the other side recorded; it must have been opened as it stands.</summary>
internal sealed class ConfirmCommunicationEndpoint(ActWriter acts) : ApiEndpoint<OnCommunication>
{
    public override void Configure()
    {
        Post("/communications/{id:guid}/confirmation");
        Description(route => route
            .Requires(Permission.Communicate)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict)
            .WithTags("Communications"));
    }

    public override Task<IResult> ExecuteAsync(OnCommunication request, CancellationToken ct) =>
        acts.Do(request.Id, request.IfMatch, new ConfirmCommunication(), ct);
}
