using FastEndpoints;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Obligations;

/// <summary>What is asked for.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="AsOf">The end of this day in Tokyo; now where it is left out.</param>
internal sealed record GetObligationsRequest([property: RouteParam] Guid ContractId, [property: QueryParam] DateOnly? AsOf);

/// <summary>Every requirement of a contract, now or as it was.</summary>
internal sealed class GetObligationsEndpoint(ObligationReader reader, Boundary boundary) : ApiEndpoint<GetObligationsRequest>
{
    public override void Configure()
    {
        Get("/contracts/{contractId:guid}/obligations");
        Description(route => route
            .Requires(Permission.ReadContracts)
            .Reads<IReadOnlyList<ObligationDetails>>());
    }

    public override async Task<IResult> ExecuteAsync(GetObligationsRequest request, CancellationToken ct)
    {
        var records = request.AsOf is { } day ? await reader.AsOf(request.ContractId, number: null, day, ct) : await reader.InForce(request.ContractId, number: null, ct);
        // A contract has records from its first moment, so only an empty answer leaves the question whether it is there.
        return records.Count == 0 && !await boundary.HasContract(request.ContractId, ct)
            ? Problems.NotFound
            : new Answer<IReadOnlyList<ObligationDetails>>(await reader.Describe(request.ContractId, records, ct));
    }
}
