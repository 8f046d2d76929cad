using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Obligations;

/// <summary>The status of one ①-level part.</summary>
/// <param name="Status">実施, 未実施 or 該当なし.</param>
/// <param name="Reason">Wanted unless 実施; for a part that is always explained (15)⑩) the explanation, wanted beside 実施 too.</param>
internal sealed record SetStatementStatusRequest(ImplementationStatus Status, string? Reason);

/// <summary>Records the status of a part, from which the whole follows once each part has one.</summary>
internal sealed class SetStatementStatusEndpoint(ObligationWriter obligations) : ApiEndpoint<OnStatement<SetStatementStatusRequest>>
{
    public override void Configure()
    {
        Put("/contracts/{contractId:guid}/obligations/{number:int}/statements/{index:int}/status");
        Description(route => route
            .Requires(Permission.SetStatus)
            .Writes());
    }

    public override Task<IResult> ExecuteAsync(OnStatement<SetStatementStatusRequest> request, CancellationToken ct) =>
        obligations.DecideOn(
            request.ContractId, request.Number, request.IfMatch,
            state => new SetStatementStatus(state.Statements.ElementAtOrDefault(request.Index - 1)?.Id ?? "", request.Body.Status, request.Body.Reason), ct);
}
