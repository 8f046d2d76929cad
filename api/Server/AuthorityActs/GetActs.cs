using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>The acts of a contract.</summary>
public sealed record ActList(IReadOnlyList<ActSummary> Items, Can Request);

/// <summary>The acts of a contract (担当職員への手続), the latest change first.</summary>
public static class GetActsEndpoint
{
    /// <summary>GET /api/contracts/{contractId}/authority-acts?state=&amp;subject=.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contracts/{contractId:guid}/authority-acts", Handle)
        .Requires(Permission.ReadActs)
        .Reads<ActList>()
        .WithName("getActs")
        .WithTags("AuthorityActs");

    private static async Task<IResult> Handle(
        Guid contractId, ActState? state, ProcedureSubject? subject, ContractReader contracts, ActReader acts, TargetReader targets, SectionPresence presence, Domain.Actor actor, TimeProvider time, CancellationToken ct)
    {
        if (await contracts.Find(contractId, ct) is not { } contract)
        {
            return Problems.NotFound;
        }

        var (today, now) = (Tokyo.Today(time), await targets.OfContract(contractId, ct));
        var here = await presence.IsHere(contract.Value.Section, ct);
        var items = (await acts.OfContract(contractId, ct))
            .Where(a => (state is null || a.Value.StateOn(today) == state) && (subject is null || a.Value.Subject == subject))
            .Select(a => ActSummary.Of(a, now, today, here));
        return new Answer<ActList>(new([.. items], Can.If(Permission.RequestAct, actor)));
    }
}
