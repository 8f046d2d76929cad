using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Obligations;

/// <summary>Lets the status follow the parts again.</summary>
internal sealed class LiftOverrideEndpoint(ObligationWriter obligations) : ApiEndpoint<OnObligation>
{
    public override void Configure()
    {
        Delete("/contracts/{contractId:guid}/obligations/{number:int}/override");
        Description(route => route
            .Requires(Permission.OverrideStatus)
            .Writes());
    }

    public override Task<IResult> ExecuteAsync(OnObligation request, CancellationToken ct) =>
        obligations.DecideOn(request.ContractId, request.Number, request.IfMatch, new LiftOverride(), ct);
}
