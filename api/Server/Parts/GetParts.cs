using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Parts;

/// <summary>The parts that the actor sees: of a 再委託先 its own.</summary>
public static class GetPartsEndpoint
{
    /// <summary>GET /api/parts.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/parts", (PartReader reader, CancellationToken ct) => reader.All(contractId: null, ct))
        .Requires(Permission.ReadParts)
        .Produces<IReadOnlyList<PartSummary>>()
        .WithName("getParts")
        .WithTags("Parts");
}

/// <summary>The parts of a contract that the actor sees.</summary>
public static class GetContractPartsEndpoint
{
    /// <summary>GET /api/contracts/{contractId}/parts.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contracts/{contractId:guid}/parts", Handle)
        .Requires(Permission.ReadParts)
        .Reads<IReadOnlyList<PartSummary>>()
        .WithName("getContractParts")
        .WithTags("Parts");

    private static async Task<IResult> Handle(Guid contractId, PartReader reader, Boundary boundary, CancellationToken ct)
    {
        var parts = await reader.All(contractId, ct);
        return parts.Count == 0 && !await boundary.HasContract(contractId, ct) ? Problems.NotFound : new Answer<IReadOnlyList<PartSummary>>(parts);
    }
}

/// <summary>One part with its rows.</summary>
public static class GetPartEndpoint
{
    /// <summary>GET /api/parts/{id}.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/parts/{id:guid}", async (Guid id, PartReader reader, CancellationToken ct) => Answer.OrNotFound(await reader.Find(id, ct), part => part.Version))
        .Requires(Permission.ReadParts)
        .Reads<PartDetails>()
        .WithName("getPart")
        .WithTags("Parts");
}
