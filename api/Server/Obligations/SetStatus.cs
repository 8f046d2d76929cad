using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Obligations;

/// <summary>The status of a requirement as a whole.</summary>
/// <param name="Status">実施, 未実施 or 該当なし.</param>
/// <param name="Reason">Wanted unless 実施 (記載要領 1); at most 4,000 characters.</param>
internal sealed record SetStatusRequest(ImplementationStatus Status, string? Reason);

/// <summary>Records the status of a requirement.</summary>
internal sealed class SetStatusEndpoint(ObligationWriter obligations) : ApiEndpoint<OnObligation<SetStatusRequest>>
{
    public override void Configure()
    {
        Put("/contracts/{contractId:guid}/obligations/{number:int}/status");
        Description(route => route
            .Requires(Permission.SetStatus)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override Task<IResult> ExecuteAsync(OnObligation<SetStatusRequest> request, CancellationToken ct) =>
        obligations.DecideOn(request.ContractId, request.Number, request.IfMatch, new SetStatus(request.Body.Status, request.Body.Reason), ct);
}
