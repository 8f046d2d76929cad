using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Contracts;

/// <summary>規程等: the 統一基準群 that the annex names, and the one in force at signing where it is known.</summary>
public sealed record SetNormsRequest(string NamedNorm, string? EffectiveNorm = null);

/// <summary>Sets the norms of a contract. The form keeps the words of its edition whatever they are.</summary>
public static class SetNormsEndpoint
{
    /// <summary>PUT /api/contracts/{id}/norms.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/contracts/{id:guid}/norms", Handle)
        .Requires(Permission.RegisterContract)
        .Writes()
        .WithName("setNorms")
        .WithTags("Contracts");

    private static Task<IResult> Handle(Guid id, SetNormsRequest request, IfMatch ifMatch, Acts acts, Actor actor, CancellationToken ct)
    {
        var command = new SetNorms(request.NamedNorm, Entered.OrNull(request.EffectiveNorm));
        return acts.ChangeContract(id, ifMatch, actor, command, ct);
    }
}
