using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Confirms what the other side recorded; it must have been opened as it stands.</summary>
public static class ConfirmCommunicationEndpoint
{
    /// <summary>POST /api/communications/{id}/confirmation.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/communications/{id:guid}/confirmation", Handle)
        .Requires(Permission.Communicate)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("confirmCommunication")
        .WithTags("Communications");

    private static Task<IResult> Handle(Guid id, IfMatch ifMatch, ActDesk desk, CancellationToken ct) =>
        desk.Do(id, ifMatch, new ConfirmCommunication(), ct);
}
