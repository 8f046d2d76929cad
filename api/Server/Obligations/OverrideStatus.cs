using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Obligations;

/// <summary>A status against the parts.</summary>
/// <param name="Status">実施, 未実施 or 該当なし.</param>
/// <param name="Reason">Wanted unless 実施.</param>
/// <param name="OverrideReason">Why it differs from what the parts amount to; at most 4,000 characters.</param>
public sealed record OverrideStatusRequest(ImplementationStatus Status, string? Reason, string OverrideReason);

/// <summary>Records another status than the parts roll up to.</summary>
public static class OverrideStatusEndpoint
{
    /// <summary>PUT /api/contracts/{contractId}/obligations/{number}/override.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/contracts/{contractId:guid}/obligations/{number:int}/override", Handle)
        .Requires(Permission.OverrideStatus)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("overrideStatus")
        .WithTags("Obligations");

    private static Task<IResult> Handle(
        Guid contractId, int number, OverrideStatusRequest request, IfMatch ifMatch, ObligationActs acts, CancellationToken ct) =>
        acts.DecideOn(contractId, number, ifMatch, new OverrideStatus(request.Status, request.Reason, request.OverrideReason), ct);
}
