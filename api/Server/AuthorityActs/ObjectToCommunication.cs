using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>What is not so.</summary>
/// <param name="Reason">1 to 4,000 characters.</param>
public sealed record ObjectToCommunicationRequest(string Reason);

/// <summary>Says that what the other side recorded is not so; it stays visible.</summary>
public static class ObjectToCommunicationEndpoint
{
    /// <summary>POST /api/communications/{id}/objection.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/communications/{id:guid}/objection", Handle)
        .Requires(Permission.Communicate)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("objectToCommunication")
        .WithTags("Communications");

    private static Task<IResult> Handle(Guid id, ObjectToCommunicationRequest request, IfMatch ifMatch, ActDesk desk, CancellationToken ct) =>
        desk.Do(id, ifMatch, new ObjectToCommunication(request.Reason), ct);
}
