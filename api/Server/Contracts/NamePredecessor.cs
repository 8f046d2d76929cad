using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Contracts;

/// <summary>Last year's contract of the same work, or null to take the name back.</summary>
public sealed record NamePredecessorRequest(Guid? PredecessorId);

/// <summary>Names the contract that this one follows. Nothing that was granted under it carries over.</summary>
public static class NamePredecessorEndpoint
{
    /// <summary>PUT /api/contracts/{id}/predecessor.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/contracts/{id:guid}/predecessor", Handle)
        .Requires(Permission.RegisterContract)
        .Writes()
        .WithName("namePredecessor")
        .WithTags("Contracts");

    private static async Task<IResult> Handle(
        Guid id, NamePredecessorRequest request, IfMatch ifMatch, Acts acts, ContractReader reader, Actor actor, CancellationToken ct)
    {
        var (predecessor, unknown) = await reader.Predecessor(request.PredecessorId, ct);
        return unknown is not null
            ? Problems.From(unknown)
            : await acts.ChangeContract(id, ifMatch, actor, new NamePredecessor(id, predecessor), ct);
    }
}
