using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Obligations;

/// <summary>Keeps what is recorded on an item whose words a 変更契約 changed; until then it does not count as recorded.</summary>
public static class KeepRecordEndpoint
{
    /// <summary>POST /api/contracts/{contractId}/obligations/{number}/look. Where no look is wanted, nothing happens.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contracts/{contractId:guid}/obligations/{number:int}/look", Handle)
        .Requires(Permission.SetStatus)
        .Writes()
        .WithName("keepRecord")
        .WithTags("Obligations");

    private static Task<IResult> Handle(Guid contractId, int number, IfMatch ifMatch, ObligationActs acts, CancellationToken ct) =>
        acts.DecideOn(contractId, number, ifMatch, new KeepRecord(), ct);
}
