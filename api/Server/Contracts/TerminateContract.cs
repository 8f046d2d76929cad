using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Contracts;

/// <summary>契約解除.</summary>
/// <param name="Reason">1 to 4,000 characters.</param>
internal sealed record TerminateContractRequest(DateOnly TerminatedOn, string Reason);

/// <summary>Records a 契約解除, with which 8) starts at once.</summary>
internal sealed class TerminateContractEndpoint(Writer writer, Actor actor) : ApiEndpoint<OnContract<TerminateContractRequest>>
{
    public override void Configure()
    {
        Post("/contracts/{id:guid}/termination");
        Description(route => route
            .Requires(Permission.RegisterContract)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override Task<IResult> ExecuteAsync(OnContract<TerminateContractRequest> request, CancellationToken ct)
    {
        var command = new TerminateContract(request.Body.TerminatedOn, request.Body.Reason ?? "");
        return writer.ChangeContract(request.Id, request.IfMatch, actor, command, ct);
    }
}
