using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Obligations;

/// <summary>Takes the status of an item back to unrecorded; what it was stays in the history.</summary>
public static class WithdrawStatusEndpoint
{
    /// <summary>DELETE /api/contracts/{contractId}/obligations/{number}/status. Where nothing is recorded, nothing happens.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapDelete("/contracts/{contractId:guid}/obligations/{number:int}/status", Handle)
        .Requires(Permission.SetStatus)
        .Writes()
        .WithName("withdrawStatus")
        .WithTags("Obligations");

    private static Task<IResult> Handle(Guid contractId, int number, IfMatch ifMatch, ObligationActs acts, CancellationToken ct) =>
        acts.DecideOn(contractId, number, ifMatch, new WithdrawStatus(), ct);
}
