using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Reads acts inside what the actor sees.</summary>
internal sealed class ActReader(Session session, Actor actor)
{
    /// <summary>An act, or null where the actor sees none of this id.</summary>
    public async Task<Versioned<AuthorityAct>?> Find(Guid id, CancellationToken ct) =>
        await Query("d.id = $1", id, "", ct) is [var act] ? act : null;

    /// <summary>The acts of a contract, the latest change first; none where the actor sees no such contract.</summary>
    public Task<IReadOnlyList<Versioned<AuthorityAct>>> OfContract(Guid contractId, CancellationToken ct) =>
        Query("d.contract_id = $1", contractId, "ORDER BY d.modified_at DESC, d.id DESC", ct);

    /// <summary>The contract of an act that was found here.</summary>
    public async Task<Contract> ContractOf(AuthorityAct act, CancellationToken ct) => (await session.Load<Contract>(act.ContractId, ct))!.Value;

    /// <summary>All that happened to an act that was found here.</summary>
    public Task<IReadOnlyList<RecordedEvent>> EventsOf(Guid id, CancellationToken ct) => session.FetchStream(id, ct: ct);

    private Task<IReadOnlyList<Versioned<AuthorityAct>>> Query(string where, Guid id, string order, CancellationToken ct)
    {
        var parameters = new List<NpgsqlParameter> { new NpgsqlParameter<Guid> { TypedValue = id } };
        return session.Query<AuthorityAct>($"JOIN mt_doc_contract c ON c.id = d.contract_id WHERE {where} AND {Visible.To(actor, parameters)} {order}", parameters, ct);
    }
}
