using FastEndpoints;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Obligations;

/// <summary>What is asked for.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="Number">The number of the requirement.</param>
/// <param name="AsOf">The end of this day in Tokyo; now where it is left out.</param>
internal sealed record GetObligationRequest([property: RouteParam] Guid ContractId, [property: RouteParam] int Number, [property: QueryParam] DateOnly? AsOf);

/// <summary>One requirement of a contract, now or as it was.</summary>
internal sealed class GetObligationEndpoint(ObligationReader reader, Boundary boundary) : ApiEndpoint<GetObligationRequest>
{
    public override void Configure()
    {
        Get("/contracts/{contractId:guid}/obligations/{number:int}");
        Description(route => route
            .Requires(Permission.ReadContracts)
            .Reads<ObligationDetails>());
    }

    public override async Task<IResult> ExecuteAsync(GetObligationRequest request, CancellationToken ct)
    {
        var records = request.AsOf is { } day ? await reader.AsOf(request.ContractId, request.Number, day, ct) : await reader.InForce(request.ContractId, request.Number, ct);
        if (records.Count > 0)
        {
            return Answer.Of((await reader.Describe(request.ContractId, records, ct))[0], records[0].Version);
        }

        return await boundary.HasContract(request.ContractId, ct) ? Problems.From(ObligationRefusals.RequirementUnknown) : Problems.NotFound;
    }
}
