using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Contracts;

/// <summary>規程等: the 統一基準群 that the annex names, and the one in force at signing where it is known.</summary>
internal sealed record SetNormsRequest(string NamedNorm, string? EffectiveNorm = null);

/// <summary>Sets the norms of a contract. The form keeps the words of its edition whatever they are.</summary>
internal sealed class SetNormsEndpoint(Writer writer, Actor actor) : ApiEndpoint<OnContract<SetNormsRequest>>
{
    public override void Configure()
    {
        Put("/contracts/{id:guid}/norms");
        Description(route => route
            .Requires(Permission.RegisterContract)
            .Writes());
    }

    public override Task<IResult> ExecuteAsync(OnContract<SetNormsRequest> request, CancellationToken ct)
    {
        var command = new SetNorms(request.Body.NamedNorm, Entered.OrNull(request.Body.EffectiveNorm));
        return writer.ChangeContract(request.Id, request.IfMatch, actor, command, ct);
    }
}
