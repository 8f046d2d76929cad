using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>What is mended.</summary>
/// <param name="Value">A text, an instant in ISO 8601, a day as yyyy-MM-dd or a word.</param>
/// <param name="Reason">1 to 4,000 characters.</param>
public sealed record CorrectCommunicationRequest(CommunicationField Field, string? Value, string Reason);

/// <summary>訂正 by the side that recorded it; the other side is told.</summary>
public static class CorrectCommunicationEndpoint
{
    /// <summary>POST /api/communications/{id}/corrections.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/communications/{id:guid}/corrections", Handle)
        .Requires(Permission.Communicate)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("correctCommunication")
        .WithTags("Communications");

    private static async Task<IResult> Handle(
        Guid id, CorrectCommunicationRequest request, IfMatch ifMatch, ActDesk desk, CommunicationReader reader, ContractReader contracts, SectionPresence presence, CancellationToken ct) =>
        await reader.Find(id, ct) is { } found && await contracts.Find(found.Value.Said!.ContractId, ct) is { } contract
            ? await desk.Do(id, ifMatch, new CorrectCommunication(request.Field, request.Value, request.Reason, await presence.IsHere(contract.Value.Section, ct)), ct)
            : Problems.NotFound;
}
