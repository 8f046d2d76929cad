using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Obligations;

/// <summary>Everything that ever happened to one requirement of a contract, oldest first.</summary>
public static class GetObligationHistoryEndpoint
{
    /// <summary>
    /// GET /api/contracts/{contractId}/obligations/{number}/history?requirementId=. With a requirement id (18:11) it is the record of
    /// an edition that the contract has left.
    /// </summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contracts/{contractId:guid}/obligations/{number:int}/history", Handle)
        .Requires(Permission.ReadContracts)
        .Reads<IReadOnlyList<HistoryEntry>>()
        .WithName("getObligationHistory")
        .WithTags("Obligations");

    private static async Task<IResult> Handle(
        Guid contractId, int number, string? requirementId, ObligationReader reader, Boundary boundary, Session session, Actors actors, CancellationToken ct)
    {
        if (!await boundary.HasContract(contractId, ct))
        {
            return Problems.NotFound;
        }

        Guid? id = requirementId is not null ? StreamId.Obligation(contractId, requirementId)
            : await reader.InForce(contractId, number, ct) is [var record, ..] ? record.Id
            : null;
        // An id made of any requirement is a record of this contract or none; of these an actor may see but some.
        var events = id is { } stream && await boundary.HasObligation(contractId, stream, ct) ? await session.FetchStream(stream, ct: ct) : [];
        if (events.Count == 0)
        {
            return Problems.From(ObligationRefusals.RequirementUnknown);
        }

        var signatories = await Signatories.Load(actors, events.Select(e => e.Headers), ct);
        return new Answer<IReadOnlyList<HistoryEntry>>([.. events.Select(e => HistoryEntry.Of(e, signatories))]);
    }
}
