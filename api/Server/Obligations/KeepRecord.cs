using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Obligations;

/// <summary>Keeps what is recorded on an item whose words a 変更契約 changed; until then it does not count as recorded. Where no look is wanted, nothing happens.</summary>
internal sealed class KeepRecordEndpoint(ObligationWriter obligations) : ApiEndpoint<OnObligation>
{
    public override void Configure()
    {
        Post("/contracts/{contractId:guid}/obligations/{number:int}/look");
        Description(route => route
            .Requires(Permission.SetStatus)
            .Writes());
    }

    public override Task<IResult> ExecuteAsync(OnObligation request, CancellationToken ct) =>
        obligations.DecideOn(request.ContractId, request.Number, request.IfMatch, new KeepRecord(), ct);
}
