using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Obligations;

/// <summary>Lets the status follow the parts again.</summary>
public static class LiftOverrideEndpoint
{
    /// <summary>DELETE /api/contracts/{contractId}/obligations/{number}/override.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapDelete("/contracts/{contractId:guid}/obligations/{number:int}/override", Handle)
        .Requires(Permission.OverrideStatus)
        .Writes()
        .WithName("liftOverride")
        .WithTags("Obligations");

    private static Task<IResult> Handle(Guid contractId, int number, IfMatch ifMatch, ObligationActs acts, CancellationToken ct) =>
        acts.DecideOn(contractId, number, ifMatch, new LiftOverride(), ct);
}
