using Npgsql;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>
/// Which versions were fixed and not sent: a version becomes 提示済み with the mail that carries it, where the section is not here. The caller
/// has found the contract inside the boundary.
/// </summary>
public sealed class UnsentVersions(Session session, SectionPresence presence)
{
    private const string Shown = "WHERE d.contract_id = $1 AND d.kind = 'RE_PRESENT' AND d.subject = 'STAFF_CHANGE'";

    /// <summary>Their numbers.</summary>
    public async Task<IReadOnlySet<int>> Of(Guid contractId, ResponsibleSection section, IReadOnlyList<ActOnVersion> acts, CancellationToken ct)
    {
        var waiting = acts.Where(act => act.WaitsToBeSent).Select(act => act.Version).ToHashSet();
        var shown = await session.Query<Communication>(Shown, [new NpgsqlParameter<Guid> { TypedValue = contractId }], ct);
        waiting.UnionWith(shown.Where(c => c.Value.Said is { Channel: Channel.UNSENT }).Select(c => c.Value.Said!.Target?.Version).OfType<int>());
        return waiting.Count > 0 && await presence.IsHere(section, ct) ? new HashSet<int>() : waiting;
    }
}
