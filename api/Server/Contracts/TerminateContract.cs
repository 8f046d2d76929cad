using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Contracts;

/// <summary>契約解除.</summary>
/// <param name="Reason">1 to 4,000 characters.</param>
public sealed record TerminateContractRequest(DateOnly TerminatedOn, string Reason);

/// <summary>Records a 契約解除, with which 8) starts at once.</summary>
public static class TerminateContractEndpoint
{
    /// <summary>POST /api/contracts/{id}/termination.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contracts/{id:guid}/termination", Handle)
        .Requires(Permission.RegisterContract)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("terminateContract")
        .WithTags("Contracts");

    private static Task<IResult> Handle(Guid id, TerminateContractRequest request, IfMatch ifMatch, Acts acts, Actor actor, CancellationToken ct)
    {
        var command = new TerminateContract(request.TerminatedOn, request.Reason);
        return acts.ChangeContract(id, ifMatch, actor, command, ct);
    }
}
