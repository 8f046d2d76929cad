using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Obligations;

/// <summary>Every requirement of a contract, now or as it was.</summary>
public static class GetObligationsEndpoint
{
    /// <summary>GET /api/contracts/{contractId}/obligations?asOf=yyyy-MM-dd (the end of that day in Tokyo).</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contracts/{contractId:guid}/obligations", Handle)
        .Requires(Permission.ReadContracts)
        .Reads<IReadOnlyList<ObligationDetails>>()
        .WithName("getObligations")
        .WithTags("Obligations");

    private static async Task<IResult> Handle(Guid contractId, DateOnly? asOf, ObligationReader reader, Boundary boundary, CancellationToken ct)
    {
        var records = asOf is { } day ? await reader.AsOf(contractId, number: null, day, ct) : await reader.InForce(contractId, number: null, ct);
        // A contract has records from its first moment, so only an empty answer leaves the question whether it is there.
        return records.Count == 0 && !await boundary.HasContract(contractId, ct)
            ? Problems.NotFound
            : new Answer<IReadOnlyList<ObligationDetails>>(await reader.Describe(contractId, records, ct));
    }
}
