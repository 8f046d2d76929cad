using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Obligations;

/// <summary>Takes the status of a part back to unrecorded; what it was stays in the history. Where nothing is recorded, nothing happens.</summary>
internal sealed class WithdrawStatementStatusEndpoint(ObligationWriter obligations) : ApiEndpoint<OnStatement>
{
    public override void Configure()
    {
        Delete("/contracts/{contractId:guid}/obligations/{number:int}/statements/{index:int}/status");
        Description(route => route
            .Requires(Permission.SetStatus)
            .Writes());
    }

    public override Task<IResult> ExecuteAsync(OnStatement request, CancellationToken ct) =>
        obligations.DecideOn(
            request.ContractId, request.Number, request.IfMatch, state => new WithdrawStatementStatus(state.Statements.ElementAtOrDefault(request.Index - 1)?.Id ?? ""), ct);
}
