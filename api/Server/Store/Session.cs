using Marten;
using Npgsql;
using NpgsqlTypes;
using SessionOptions = Marten.Services.SessionOptions;

namespace SecurityTracker.Server.Store;

/// <summary>
/// A unit of work: reads see what is committed, writes are gathered and go to the database together, all or none, in one round trip.
/// After <see cref="SaveChanges"/> it is empty again; after an exception it is to be thrown away. Not for use by several threads.
/// </summary>
internal sealed partial class Session
{
    private readonly EventStore store;
    private readonly Func<SessionMetadata> metadata;
    private readonly Dictionary<Guid, StreamForWriting> written = [];
    private QueuedSql queued = new();
    private IDocumentSession? documents;

    internal Session(EventStore store, Func<SessionMetadata> metadata) => (this.store, this.metadata) = (store, metadata);

    /// <summary>In queued SQL, the sequence of the last event that the session writes.</summary>
    public const string LastSequence = "currval('mt_events_sequence')";

    /// <summary>Whether events are to be written.</summary>
    public bool HasEvents => written.Count > 0;

    // It remembers what it has read, so that Marten folds on from there and does not read it again.
    private IDocumentSession Documents => documents ??= store.Documents.IdentitySession(new SessionOptions { Listeners = { queued } });

    /// <summary>Begins a stream. If it exists when saving, <see cref="StreamExistsException"/>.</summary>
    public void StartStream<T>(Guid id, StreamScope scope, params IReadOnlyList<object> events)
        where T : notnull
        => New<T>(id).AppendMany(events, scope);

    /// <summary>SQL of the caller's own (tables beside the events) in the same transaction. It runs after events and snapshots are written.</summary>
    public void QueueSql(params IEnumerable<NpgsqlBatchCommand> commands) => queued.Add(commands);

    /// <summary>Writes everything, or nothing. Answers the last sequence written; 0 when no event was.</summary>
    public async Task<long> SaveChanges(CancellationToken ct)
    {
        if (!HasEvents && queued.IsEmpty)
        {
            return 0;
        }

        queued.WithSequence = HasEvents;
        if (HasEvents)
        {
            Describe(Documents);
            InOrder(Documents);
        }
        else
        {
            Documents.QueueOperation(queued);
        }

        try
        {
            await Documents.SaveChangesAsync(ct);
        }
        catch (Exception e) when (Faults.Meaning(e) is { } meaning)
        {
            throw meaning is StreamExistsException exists && written[exists.Id] is { MustBeNew: false } ? new ConcurrencyConflictException(e) : meaning;
        }

        var sequence = queued.Sequence;
        await Documents.DisposeAsync();
        (documents, queued) = (null, new());
        written.Clear();
        return sequence;
    }

    private StreamForWriting<T> New<T>(Guid id)
        where T : notnull
        => new(this, store.Nouns.Of<T>(), id, snapshot: null, added => Documents.Events.StartStream<Versioned<T>>(id, added), mustBeNew: true);

    internal void Enlist(StreamForWriting stream, (string Noun, StreamScope Scope)? begins, IReadOnlyList<object> events)
    {
        foreach (var @event in events)
        {
            store.Nouns.RequireMapped(@event);
        }

        if (!written.TryAdd(stream.Id, stream) && !ReferenceEquals(written[stream.Id], stream))
        {
            throw new InvalidOperationException($"The stream {stream.Id} is already being written in this session.");
        }

        if (begins is var (noun, scope))
        {
            queued.Add(new NpgsqlBatchCommand("INSERT INTO stream_scopes (id, noun, contract_id, organisation_id) VALUES ($1, $2, $3, $4)")
            {
                Parameters =
                {
                    new NpgsqlParameter<Guid> { TypedValue = stream.Id },
                    new NpgsqlParameter<string> { TypedValue = noun },
                    new() { Value = (object?)scope.ContractId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
                    new() { Value = (object?)scope.OrganisationId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
                },
            });
        }
    }

    private void Describe(IDocumentSession session)
    {
        var about = metadata();
        (session.CorrelationId, session.CausationId, session.LastModifiedBy) = (about.CorrelationId, about.CausationId, about.UserName);
        foreach (var (name, value) in about.Headers)
        {
            session.SetHeader(name, value!);
        }
    }

    // Always in the same order, so that two sessions over the same streams cannot wait for each other.
    private static void InOrder(IDocumentSession session)
    {
        var streams = session.PendingChanges.Streams();
        var ordered = streams.OrderBy(s => s.Id).ToList();
        streams.Clear();
        foreach (var stream in ordered)
        {
            streams.Add(stream);
        }
    }
}
