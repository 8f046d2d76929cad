using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Contracts;

/// <summary>契約締結.</summary>
/// <param name="EffectiveNorm">The 統一基準群 in force on that day (2) second sentence); left out, it stays as it is.</param>
public sealed record SignContractRequest(DateOnly SignedOn, string? EffectiveNorm = null);

/// <summary>Records that a contract in preparation was signed.</summary>
public static class SignContractEndpoint
{
    /// <summary>PUT /api/contracts/{id}/signing.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/contracts/{id:guid}/signing", Handle)
        .Requires(Permission.RegisterContract)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("signContract")
        .WithTags("Contracts");

    private static Task<IResult> Handle(Guid id, SignContractRequest request, IfMatch ifMatch, Acts acts, Actor actor, CancellationToken ct)
    {
        var command = new SignContract(request.SignedOn, Entered.OrNull(request.EffectiveNorm));
        return acts.ChangeContract(id, ifMatch, actor, command, ct);
    }
}
