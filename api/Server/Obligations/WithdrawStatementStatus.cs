using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Obligations;

/// <summary>Takes the status of a part back to unrecorded; what it was stays in the history.</summary>
public static class WithdrawStatementStatusEndpoint
{
    /// <summary>DELETE /api/contracts/{contractId}/obligations/{number}/statements/{index}/status; ① is 1. Where nothing is recorded, nothing happens.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapDelete("/contracts/{contractId:guid}/obligations/{number:int}/statements/{index:int}/status", Handle)
        .Requires(Permission.SetStatus)
        .Writes()
        .WithName("withdrawStatementStatus")
        .WithTags("Obligations");

    private static Task<IResult> Handle(Guid contractId, int number, int index, IfMatch ifMatch, ObligationActs acts, CancellationToken ct) =>
        acts.DecideOn(
            contractId, number, ifMatch, state => new WithdrawStatementStatus(state.Statements.ElementAtOrDefault(index - 1)?.Id ?? ""), ct);
}
