using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Contracts;

/// <summary>Last year's contract of the same work, or null to take the name back.</summary>
internal sealed record NamePredecessorRequest(Guid? PredecessorId);

/// <summary>Names the contract that this one follows. Nothing that was granted under it carries over.</summary>
internal sealed class NamePredecessorEndpoint(Writer writer, ContractReader reader, Actor actor) : ApiEndpoint<OnContract<NamePredecessorRequest>>
{
    public override void Configure()
    {
        Put("/contracts/{id:guid}/predecessor");
        Description(route => route
            .Requires(Permission.RegisterContract)
            .Writes());
    }

    public override async Task<IResult> ExecuteAsync(OnContract<NamePredecessorRequest> request, CancellationToken ct)
    {
        var predecessor = await reader.Predecessor(request.Body.PredecessorId, ct);
        return await writer.ChangeContract(request.Id, request.IfMatch, actor, new NamePredecessor(request.Id, predecessor), ct);
    }
}
