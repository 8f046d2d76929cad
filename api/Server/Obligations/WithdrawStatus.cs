using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Obligations;

/// <summary>Takes the status of an item back to unrecorded; what it was stays in the history. Where nothing is recorded, nothing happens.</summary>
internal sealed class WithdrawStatusEndpoint(ObligationWriter obligations) : ApiEndpoint<OnObligation>
{
    public override void Configure()
    {
        Delete("/contracts/{contractId:guid}/obligations/{number:int}/status");
        Description(route => route
            .Requires(Permission.SetStatus)
            .Writes());
    }

    public override Task<IResult> ExecuteAsync(OnObligation request, CancellationToken ct) =>
        obligations.DecideOn(request.ContractId, request.Number, request.IfMatch, new WithdrawStatus(), ct);
}
