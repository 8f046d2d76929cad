using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Reads communications inside what the actor sees.</summary>
internal sealed class CommunicationReader(Session session, Histories histories, Actor actor)
{
    /// <summary>A communication, or null where the actor sees none of this id.</summary>
    public async Task<Versioned<Communication>?> Find(Guid id, CancellationToken ct) => await Query("d.id = $1", id, "", ct) is [var found] ? found : null;

    /// <summary>The communications of a contract, the latest first.</summary>
    public Task<IReadOnlyList<Versioned<Communication>>> OfContract(Guid contractId, CancellationToken ct) =>
        Query("d.contract_id = $1", contractId, "ORDER BY d.act_at DESC, d.id DESC", ct);

    /// <summary>A thread, from its beginning.</summary>
    public Task<IReadOnlyList<Versioned<Communication>>> OfThread(Guid threadId, CancellationToken ct) =>
        Query("d.thread_id = $1", threadId, "ORDER BY d.act_at, (d.id = d.thread_id) DESC, d.id", ct);

    /// <summary>All that happened to a communication that was found here, as it is told.</summary>
    public Task<IReadOnlyList<HistoryEntry>> History(Guid id, CancellationToken ct) => histories.OfStream(id, ct);

    /// <summary>All that happened to communications that were found here.</summary>
    public Task<ILookup<Guid, RecordedEvent>> EventsOf(IReadOnlyCollection<Guid> ids, CancellationToken ct) => session.FetchStreams(ids, ct);

    private Task<IReadOnlyList<Versioned<Communication>>> Query(string where, Guid id, string order, CancellationToken ct)
    {
        var parameters = new List<NpgsqlParameter> { new NpgsqlParameter<Guid> { TypedValue = id } };
        return session.Query<Communication>($"JOIN mt_doc_contract c ON c.id = d.contract_id WHERE {where} AND {Visible.To(actor, parameters)} {order}", parameters, ct);
    }
}
