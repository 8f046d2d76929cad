using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Obligations;

/// <summary>The status of a requirement as a whole.</summary>
/// <param name="Status">実施, 未実施 or 該当なし.</param>
/// <param name="Reason">Wanted unless 実施 (記載要領 1); at most 4,000 characters.</param>
public sealed record SetStatusRequest(ImplementationStatus Status, string? Reason);

/// <summary>Records the status of a requirement.</summary>
public static class SetStatusEndpoint
{
    /// <summary>PUT /api/contracts/{contractId}/obligations/{number}/status.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/contracts/{contractId:guid}/obligations/{number:int}/status", Handle)
        .Requires(Permission.SetStatus)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("setStatus")
        .WithTags("Obligations");

    private static Task<IResult> Handle(Guid contractId, int number, SetStatusRequest request, IfMatch ifMatch, ObligationActs acts, CancellationToken ct) =>
        acts.DecideOn(contractId, number, ifMatch, new SetStatus(request.Status, request.Reason), ct);
}
