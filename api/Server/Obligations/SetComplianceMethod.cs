using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Obligations;

/// <summary>遵守の方法, at most 4,000 characters; blank or null takes it back.</summary>
internal sealed record SetComplianceMethodRequest(string? Method);

/// <summary>Writes down how a requirement is complied with.</summary>
internal sealed class SetComplianceMethodEndpoint(ObligationWriter obligations) : ApiEndpoint<OnObligation<SetComplianceMethodRequest>>
{
    public override void Configure()
    {
        Put("/contracts/{contractId:guid}/obligations/{number:int}/method");
        Description(route => route
            .Requires(Permission.SetStatus)
            .Writes());
    }

    public override Task<IResult> ExecuteAsync(OnObligation<SetComplianceMethodRequest> request, CancellationToken ct) =>
        obligations.DecideOn(request.ContractId, request.Number, request.IfMatch, new SetComplianceMethod(request.Body.Method), ct);
}
