using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Parts;

/// <summary>The parts that the actor sees: of a 再委託先 its own.</summary>
internal sealed class GetPartsEndpoint(PartReader reader) : ApiEndpoint
{
    public override void Configure()
    {
        Get("/parts");
        Description(route => route
            .Requires(Permission.ReadParts)
            .Produces<IReadOnlyList<PartSummary>>());
    }

    public override async Task<IResult> ExecuteAsync(CancellationToken ct) =>
        new Answer<IReadOnlyList<PartSummary>>(await reader.All(contractId: null, ct));
}
