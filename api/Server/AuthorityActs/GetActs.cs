using FastEndpoints;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>The acts of a contract.</summary>
internal sealed record ActList(IReadOnlyList<ActSummary> Items, ActListCan Can);

/// <summary>What the actor can do beside them.</summary>
internal sealed record ActListCan(Can RequestAct);

/// <summary>What is asked for.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="State">In this state alone.</param>
/// <param name="Subject">Of this subject alone.</param>
internal sealed record GetActsRequest(
    [property: RouteParam] Guid ContractId,
    [property: QueryParam] ActState? State,
    [property: QueryParam] ProcedureSubject? Subject);

/// <summary>The acts of a contract (担当職員への手続), the latest change first.</summary>
internal sealed class GetActsEndpoint(
    ContractReader contracts, ActReader acts, ActSummaries summaries, Domain.Actor actor) : ApiEndpoint<GetActsRequest>
{
    public override void Configure()
    {
        Get("/contracts/{contractId:guid}/authority-acts");
        Description(route => route
            .Requires(Permission.ReadActs)
            .Reads<ActList>());
    }

    public override async Task<IResult> ExecuteAsync(GetActsRequest request, CancellationToken ct)
    {
        var contract = (await contracts.Find(request.ContractId, ct)).OrNotFound();
        var now = await summaries.OfContract(request.ContractId, contract.Value, ct);
        var items = (await acts.OfContract(request.ContractId, ct))
            .Where(a => (request.State is null || a.Value.StateOn(now.Today) == request.State) && (request.Subject is null || a.Value.Subject == request.Subject))
            .Select(now.Of);
        return new Answer<ActList>(new([.. items], new(Can.If(Permission.RequestAct, actor))));
    }
}
