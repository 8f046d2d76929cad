using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Files;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>How and when it was sent or said.</summary>
/// <param name="ActAt">When; not in the future; now when left out.</param>
/// <param name="FileIds">The mail that was sent, a stamped copy.</param>
public sealed record DeliverCommunicationRequest(Channel Channel, DateTimeOffset? ActAt = null, IReadOnlyList<Guid>? FileIds = null);

/// <summary>Says that what was only written down here was sent or said to an officer who is not here. The program sends nothing itself.</summary>
public static class DeliverCommunicationEndpoint
{
    /// <summary>POST /api/communications/{id}/deliveries.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/communications/{id:guid}/deliveries", Handle)
        .Requires(Permission.Communicate)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("deliverCommunication")
        .WithTags("Communications");

    private static async Task<IResult> Handle(
        Guid id, DeliverCommunicationRequest request, IfMatch ifMatch, ActDesk desk, CommunicationReader reader, KeptFiles files, CancellationToken ct)
    {
        if (await reader.Find(id, ct) is not { } found)
        {
            return Problems.NotFound;
        }

        var (kept, refusal) = await files.Resolve(found.Value.Said!.ContractId, request.FileIds, ct);
        return refusal is not null
            ? Problems.From(refusal)
            : await desk.Do(id, ifMatch, new DeliverCommunication(request.Channel, desk.Minute(request.ActAt), kept), ct);
    }
}
