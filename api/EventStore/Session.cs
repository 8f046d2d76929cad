using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace SecurityTracker.EventStore;

/// <summary>
/// A unit of work: reads see what is committed, writes are gathered and go to the database together, all or none, in one round trip.
/// After <see cref="SaveChanges"/> it is empty again; after an exception it is to be thrown away. Not for use by several threads.
/// </summary>
public sealed partial class Session
{
    private readonly Store store;
    private readonly Func<SessionMetadata> metadata;
    private readonly Dictionary<Guid, StreamForWriting> streams = [];
    private readonly List<Func<CancellationToken, Task>> unread = [];
    private readonly List<Func<DateTimeOffset, IEnumerable<NpgsqlBatchCommand>>> documents = [];
    private readonly List<NpgsqlBatchCommand> queued = [];

    internal Session(Store store, Func<SessionMetadata> metadata) => (this.store, this.metadata) = (store, metadata);

    /// <summary>Begins a stream. If it exists when saving, <see cref="StreamExistsException"/>.</summary>
    public void StartStream<T>(Guid id, StreamScope scope, params IReadOnlyList<object> events)
        where T : notnull
    {
        var fold = store.Options.FoldOf<T>();
        new StreamForWriting<T>(this, fold, id, 0, fold.Initial, scope) { MustBeNew = true }.AppendMany(events);
    }

    /// <summary>
    /// Extends a stream that the caller knows to be at a version; 0 begins it. If it is elsewhere when saving,
    /// <see cref="ConcurrencyConflictException"/>. The state is read when saving; <see cref="FetchForWriting{T}(Guid, CancellationToken)"/> saves that round trip.
    /// </summary>
    public void Append<T>(Guid id, long expectedVersion, params IReadOnlyList<object> events)
        where T : notnull
    {
        if (streams.TryGetValue(id, out var enlisted))
        {
            RequireVersion(id, expectedVersion, enlisted.Version);
            ((StreamForWriting<T>)enlisted).AppendMany(events);
            return;
        }
        unread.Add(async ct =>
        {
            var stream = streams.TryGetValue(id, out var known) ? (StreamForWriting<T>)known : await FetchForWriting<T>(id, ct);
            RequireVersion(id, expectedVersion, stream.Version);
            stream.AppendMany(events);
        });
    }

    /// <summary>Writes a document over the one with the same id.</summary>
    /// <param name="document">The document.</param>
    /// <param name="expectedVersion">When given (0: it must not exist), another version leads to <see cref="ConcurrencyConflictException"/>.</param>
    public void Store<T>(T document, long? expectedVersion = null)
        where T : notnull
    {
        var table = store.Options.Table<T>() as DocumentRegistration<T> ?? throw new InvalidOperationException($"{typeof(T)} is the state of a stream: append events.");
        var id = table.IdOf(document);
        documents.Add(at => expectedVersion is null
            ? [table.DocumentCommand(id, document, at)]
            : [table.DocumentCommand(id, document, at), RequireVersionCommand(table, id, expectedVersion.Value)]);
    }

    /// <summary>Removes a document, if it is there.</summary>
    public void Delete<T>(Guid id)
        where T : notnull
    {
        var sql = $"DELETE FROM {store.Options.Table<T>().TableName} WHERE id = $1";
        documents.Add(_ => [new NpgsqlBatchCommand(sql) { Parameters = { Sql.Uuid(id) } }]);
    }

    /// <summary>
    /// SQL of the caller's own (inline tables) in the same transaction. It runs after the events are written, so
    /// <c>currval('mt_events_sequence')</c> is the last sequence of this session.
    /// </summary>
    public void QueueSql(NpgsqlBatchCommand command) => queued.Add(command);

    /// <summary>Writes everything, or nothing. Answers the last sequence written; 0 when no event was.</summary>
    public async Task<long> SaveChanges(CancellationToken ct)
    {
        foreach (var read in unread)
        {
            await read(ct);
        }
        unread.Clear();
        if (streams.Count + documents.Count + queued.Count == 0)
        {
            return 0;
        }
        // Always in the same order, so that two sessions over the same streams cannot wait for each other.
        var appends = streams.Values.OrderBy(s => s.Id).ToList();
        var sequence = await new Write(store, metadata(), appends, documents, queued).Commit(ct);
        if (appends.Count > 0)
        {
            store.EventsAppended();
        }
        streams.Clear();
        documents.Clear();
        queued.Clear();
        return sequence;
    }

    internal DateTimeOffset Now => store.Time.GetUtcNow();

    internal void Enlist(StreamForWriting stream)
    {
        if (streams.TryAdd(stream.Id, stream) || ReferenceEquals(streams[stream.Id], stream))
        {
            return;
        }
        throw new InvalidOperationException($"The stream {stream.Id} is already being written in this session.");
    }

    private static void RequireVersion(Guid id, long expected, long actual)
    {
        if (expected != actual)
        {
            throw new ConcurrencyConflictException(id, expected, actual);
        }
    }

    private static NpgsqlBatchCommand RequireVersionCommand(DocumentTable table, Guid id, long expected) =>
        new($"SELECT mt_require_version($1, (SELECT mt_version FROM {table.TableName} WHERE id = $1), $2)")
        {
            Parameters = { Sql.Uuid(id), Sql.Bigint(expected + 1) },
        };
}
