using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Records a communication between the two sides (提示, 提出, 報告 … 協議, 指示, 指定).</summary>
public static class RecordCommunicationEndpoint
{
    /// <summary>POST /api/contracts/{contractId}/communications.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contracts/{contractId:guid}/communications", Handle)
        .Requires(Permission.Communicate)
        .Creates()
        .Refuses(StatusCodes.Status404NotFound)
        .WithName("recordCommunication")
        .WithTags("Communications");

    private static async Task<IResult> Handle(
        Guid contractId, CommunicationRequest request, Acts acts, ContractReader contracts, TargetReader targets, CommunicationRequests requests,
        CancellationToken ct)
    {
        if (await contracts.Find(contractId, ct) is not { } contract)
        {
            return Problems.NotFound;
        }

        if (await targets.Refuse(contractId, request.Target, ct) is { } unknown)
        {
            return Problems.From(unknown);
        }

        var (id, refusal) = await requests.Record(contractId, contract.Value, request, urgent: false, ct);
        return refusal is not null
            ? Problems.From(refusal)
            : await acts.Save(sequence => new WriteAnswer(id, 1, sequence), ct, StatusCodes.Status201Created, $"/api/communications/{id}", version: 1);
    }
}
