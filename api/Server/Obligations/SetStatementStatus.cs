using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Obligations;

/// <summary>The status of one ①-level part.</summary>
/// <param name="Status">実施, 未実施 or 該当なし.</param>
/// <param name="Reason">Wanted unless 実施; for a part that is always explained (15)⑩) the explanation, wanted beside 実施 too.</param>
public sealed record SetStatementStatusRequest(ImplementationStatus Status, string? Reason);

/// <summary>Records the status of a part, from which the whole follows once each part has one.</summary>
public static class SetStatementStatusEndpoint
{
    /// <summary>PUT /api/contracts/{contractId}/obligations/{number}/statements/{index}/status; ① is 1.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/contracts/{contractId:guid}/obligations/{number:int}/statements/{index:int}/status", Handle)
        .Requires(Permission.SetStatus)
        .Writes()
        .WithName("setStatementStatus")
        .WithTags("Obligations");

    private static Task<IResult> Handle(
        Guid contractId, int number, int index, SetStatementStatusRequest request, IfMatch ifMatch, ObligationActs acts, CancellationToken ct) =>
        acts.DecideOn(
            contractId, number, ifMatch,
            state => new SetStatementStatus(state.Statements.ElementAtOrDefault(index - 1)?.Id ?? "", request.Status, request.Reason), ct);
}
