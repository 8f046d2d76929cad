using FastEndpoints;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Chronicle;

/// <summary>What is asked for.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="Kind">Entries of this kind alone, e.g. <c>REPORT</c>.</param>
/// <param name="From">The first day in Tokyo on which they were recorded.</param>
/// <param name="To">The last day in Tokyo on which they were recorded.</param>
/// <param name="Before">The <c>next</c> of the page before; the first page where it is left out.</param>
internal sealed record GetChronicleRequest(
    [property: RouteParam] Guid ContractId,
    [property: QueryParam] string? Kind,
    [property: QueryParam] DateOnly? From,
    [property: QueryParam] DateOnly? To,
    [property: QueryParam] long? Before);

/// <summary>経緯: everything that happened to a contract and to what belongs to it, the latest first; each reader sees of it what is theirs.</summary>
internal sealed class GetChronicleEndpoint(Boundary boundary, ChronicleReader chronicle) : ApiEndpoint<GetChronicleRequest>
{
    public override void Configure()
    {
        Get("/contracts/{contractId:guid}/chronicle");
        Description(route => route
            .Requires(Permission.ReadContracts)
            .Reads<ChroniclePage>()
            .Refuses(StatusCodes.Status400BadRequest));
    }

    public override async Task<IResult> ExecuteAsync(GetChronicleRequest request, CancellationToken ct)
    {
        if (!await boundary.HasContract(request.ContractId, ct))
        {
            return Problems.NotFound;
        }

        var (entries, more) = await chronicle.Read(ChronicleQuery.Read(request), ct);
        return new Answer<ChroniclePage>(new(entries, ChronicleKindName.All, more ? entries[^1].Sequence : null));
    }
}
