using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Obligations;

/// <summary>A status against the parts.</summary>
/// <param name="Status">実施, 未実施 or 該当なし.</param>
/// <param name="Reason">Wanted unless 実施.</param>
/// <param name="OverrideReason">Why it differs from what the parts amount to; at most 4,000 characters.</param>
internal sealed record OverrideStatusRequest(ImplementationStatus Status, string? Reason, string OverrideReason);

/// <summary>Records another status than the parts roll up to.</summary>
internal sealed class OverrideStatusEndpoint(ObligationWriter obligations) : ApiEndpoint<OnObligation<OverrideStatusRequest>>
{
    public override void Configure()
    {
        Put("/contracts/{contractId:guid}/obligations/{number:int}/override");
        Description(route => route
            .Requires(Permission.OverrideStatus)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override Task<IResult> ExecuteAsync(OnObligation<OverrideStatusRequest> request, CancellationToken ct) =>
        obligations.DecideOn(request.ContractId, request.Number, request.IfMatch, new OverrideStatus(request.Body.Status, request.Body.Reason, request.Body.OverrideReason ?? ""), ct);
}
