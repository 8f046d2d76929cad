using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Contracts;

/// <summary>Everything that ever happened to a contract itself, oldest first; personal values as they are kept, or 「消去済み」.</summary>
internal sealed class GetContractHistoryEndpoint(Boundary boundary, Histories histories) : ApiEndpoint<OfContract>
{
    public override void Configure()
    {
        Get("/contracts/{id:guid}/history");
        Description(route => route
            .Requires(Permission.ReadContractRecord)
            .Reads<IReadOnlyList<HistoryEntry>>());
    }

    public override async Task<IResult> ExecuteAsync(OfContract request, CancellationToken ct) =>
        await boundary.HasContract(request.Id, ct)
            ? new Answer<IReadOnlyList<HistoryEntry>>(await histories.OfStream(request.Id, ct))
            : Problems.NotFound;
}
