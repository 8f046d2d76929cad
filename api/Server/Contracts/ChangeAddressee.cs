using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Contracts;

/// <summary>Whom reports are addressed to, as printed, from a day on.</summary>
public sealed record ChangeAddresseeRequest(string Addressee, DateOnly From);

/// <summary>Changes the addressee of reports (異動, 組織改編); earlier reports keep theirs.</summary>
public static class ChangeAddresseeEndpoint
{
    /// <summary>PUT /api/contracts/{id}/addressee.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/contracts/{id:guid}/addressee", Handle)
        .Requires(Permission.RegisterContract)
        .Writes()
        .WithName("changeAddressee")
        .WithTags("Contracts");

    private static Task<IResult> Handle(Guid id, ChangeAddresseeRequest request, IfMatch ifMatch, Acts acts, Actor actor, CancellationToken ct)
    {
        var command = new ChangeAddressee(request.Addressee, request.From);
        return acts.ChangeContract(id, ifMatch, actor, command, ct);
    }
}
