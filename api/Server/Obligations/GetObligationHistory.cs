using FastEndpoints;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Obligations;

/// <summary>What is asked for.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="Number">The number of the requirement.</param>
/// <param name="RequirementId">With a requirement id (18:11) it is the record of an edition that the contract has left.</param>
internal sealed record GetObligationHistoryRequest(
    [property: RouteParam] Guid ContractId,
    [property: RouteParam] int Number,
    [property: QueryParam] string? RequirementId);

/// <summary>
/// Everything that ever happened to one requirement of a contract, oldest first.
/// With a requirement id (18:11) it is the record of an edition that the contract has left.
/// </summary>
internal sealed class GetObligationHistoryEndpoint(
    ObligationReader reader, Boundary boundary, Session session, Actors actors) : ApiEndpoint<GetObligationHistoryRequest>
{
    public override void Configure()
    {
        Get("/contracts/{contractId:guid}/obligations/{number:int}/history");
        Description(route => route
            .Requires(Permission.ReadContracts)
            .Reads<IReadOnlyList<HistoryEntry>>());
    }

    public override async Task<IResult> ExecuteAsync(GetObligationHistoryRequest request, CancellationToken ct)
    {
        if (!await boundary.HasContract(request.ContractId, ct))
        {
            return Problems.NotFound;
        }

        Guid? id = request.RequirementId is not null ? StreamId.Obligation(request.ContractId, request.RequirementId)
            : await reader.InForce(request.ContractId, request.Number, ct) is [var record, ..] ? record.Id
            : null;
        // An id made of any requirement is a record of this contract or none; of these an actor may see but some.
        var events = id is { } stream && await boundary.HasObligation(request.ContractId, stream, ct) ? await session.FetchStream(stream, ct: ct) : [];
        if (events.Count == 0)
        {
            return Problems.From(ObligationRefusals.RequirementUnknown);
        }

        var signatories = await Signatories.Load(actors, events.Select(e => e.Headers), ct);
        return new Answer<IReadOnlyList<HistoryEntry>>([.. events.Select(e => HistoryEntry.Of(e, signatories))]);
    }
}
