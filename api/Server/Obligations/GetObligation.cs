using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Obligations;

/// <summary>One requirement of a contract, now or as it was.</summary>
public static class GetObligationEndpoint
{
    /// <summary>GET /api/contracts/{contractId}/obligations/{number}?asOf=yyyy-MM-dd (the end of that day in Tokyo).</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contracts/{contractId:guid}/obligations/{number:int}", Handle)
        .Requires(Permission.ReadContracts)
        .Reads<ObligationDetails>()
        .WithName("getObligation")
        .WithTags("Obligations");

    private static async Task<IResult> Handle(
        Guid contractId, int number, DateOnly? asOf, ObligationReader reader, Boundary boundary, CancellationToken ct)
    {
        var records = asOf is { } day ? await reader.AsOf(contractId, number, day, ct) : await reader.InForce(contractId, number, ct);
        if (records.Count > 0)
        {
            return Answer.Of((await reader.Describe(contractId, records, ct))[0], records[0].Version);
        }

        return await boundary.HasContract(contractId, ct) ? Problems.From(ObligationRefusals.RequirementUnknown) : Problems.NotFound;
    }
}
