using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Parts;

/// <summary>The parts of a contract that the actor sees.</summary>
internal sealed class GetContractPartsEndpoint(PartReader reader, Boundary boundary) : ApiEndpoint<InContract>
{
    public override void Configure()
    {
        Get("/contracts/{contractId:guid}/parts");
        Description(route => route
            .Requires(Permission.ReadParts)
            .Reads<IReadOnlyList<PartSummary>>());
    }

    public override async Task<IResult> ExecuteAsync(InContract request, CancellationToken ct)
    {
        var parts = await reader.All(request.ContractId, ct);
        return parts.Count == 0 && !await boundary.HasContract(request.ContractId, ct) ? Problems.NotFound : new Answer<IReadOnlyList<PartSummary>>(parts);
    }
}
