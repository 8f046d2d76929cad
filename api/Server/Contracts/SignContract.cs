using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Contracts;

/// <summary>契約締結.</summary>
/// <param name="EffectiveNorm">The 統一基準群 in force on that day (2) second sentence); left out, it stays as it is.</param>
internal sealed record SignContractRequest(DateOnly SignedOn, string? EffectiveNorm = null);

/// <summary>Records that a contract in preparation was signed.</summary>
internal sealed class SignContractEndpoint(Writer writer, Actor actor) : ApiEndpoint<OnContract<SignContractRequest>>
{
    public override void Configure()
    {
        Put("/contracts/{id:guid}/signing");
        Description(route => route
            .Requires(Permission.RegisterContract)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override Task<IResult> ExecuteAsync(OnContract<SignContractRequest> request, CancellationToken ct)
    {
        var command = new SignContract(request.Body.SignedOn, Entered.OrNull(request.Body.EffectiveNorm));
        return writer.ChangeContract(request.Id, request.IfMatch, actor, command, ct);
    }
}
