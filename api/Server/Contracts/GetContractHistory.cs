using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Contracts;

/// <summary>Everything that ever happened to a contract itself, oldest first; personal values as they are kept, or 「消去済み」.</summary>
public static class GetContractHistoryEndpoint
{
    /// <summary>GET /api/contracts/{id}/history.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contracts/{id:guid}/history", Handle)
        .Requires(Permission.ReadContractRecord)
        .Reads<IReadOnlyList<HistoryEntry>>()
        .WithName("getContractHistory")
        .WithTags("Contracts");

    private static async Task<IResult> Handle(Guid id, Boundary boundary, Session session, Histories histories, CancellationToken ct) =>
        await boundary.HasContract(id, ct)
            ? new Answer<IReadOnlyList<HistoryEntry>>(await histories.Of(await session.FetchStream(id, ct: ct), ct))
            : Problems.NotFound;
}
