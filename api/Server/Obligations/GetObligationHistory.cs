using SecurityTracker.Domain.Obligations;
using SecurityTracker.EventStore;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Obligations;

/// <summary>Everything that ever happened to one requirement of a contract, oldest first.</summary>
public static class GetObligationHistoryEndpoint
{
    /// <summary>GET /api/contracts/{contractId}/obligations/{number}/history.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contracts/{contractId:guid}/obligations/{number:int}/history", Handle)
        .Requires(Permission.ReadContracts)
        .Reads<IReadOnlyList<HistoryEntry>>()
        .WithName("getObligationHistory")
        .WithTags("Obligations");

    private static async Task<IResult> Handle(
        Guid contractId, int number, ObligationReader reader, Boundary boundary, Session session, Actors actors, CancellationToken ct)
    {
        if (!await boundary.HasContract(contractId, ct))
        {
            return Problems.NotFound;
        }

        var found = await reader.InForce(contractId, number, ct);
        if (found.Count == 0)
        {
            return Problems.From(ObligationRefusals.RequirementUnknown);
        }

        var signatories = await Signatories.Load(actors, ct);
        var events = await session.FetchStream(found[0].Id, ct: ct);
        return new Answer<IReadOnlyList<HistoryEntry>>([.. events.Select(e => HistoryEntry.Of(e, signatories))]);
    }
}
