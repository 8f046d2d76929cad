using System.Globalization;
using JasperFx.Events;
using Marten;
using Npgsql;

namespace SecurityTracker.Server.Store;

/// <content>Reads: each on a connection of its own, repeated once when that connection was dead.</content>
internal sealed partial class Session
{
    /// <summary>The stream's state and version, ready to be extended; version 0 and the initial state if there is none.</summary>
    public async Task<StreamForWriting<T>> FetchForWriting<T>(Guid id, CancellationToken ct)
        where T : notnull
        => (await FetchForWriting<T>([id], ct))[0];

    /// <summary>Several streams of one kind in one round trip, in the order of the ids; version 0 and the initial state for those that are not there, or are of another kind.</summary>
    public async Task<IReadOnlyList<StreamForWriting<T>>> FetchForWriting<T>(IReadOnlyList<Guid> ids, CancellationToken ct)
        where T : notnull
    {
        var batch = Documents.CreateBatchQuery();
        var asked = ids.Where(MayExist).Select(id => batch.Events.FetchForWriting<Versioned<T>>(id)).ToList();
        if (asked.Count > 0)
        {
            await Execute(batch, ct);
        }

        var found = await Task.WhenAll(asked);
        var others = await OfOtherKinds<T>([.. found.Where(stream => stream is { Aggregate: null, CurrentVersion: > 0 }).Select(stream => stream.Id)], ct);
        var streams = found.Where(stream => !others.Contains(stream.Id)).Select(ForWriting).ToLookup(stream => stream.Id);
        return [.. ids.Select(id => streams[id].FirstOrDefault() ?? New<T>(id))];
    }

    /// <summary>A stream, with a condition asked in the same round trip; null if it does not exist, is of another kind, or does not meet it.</summary>
    /// <param name="id">The stream.</param>
    /// <param name="condition">A condition over <c>stream_scopes s</c>.</param>
    /// <param name="parameters">The values of $1, $2, …, unnamed.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<StreamForWriting<T>?> FetchForWriting<T>(Guid id, string condition, IReadOnlyList<NpgsqlParameter> parameters, CancellationToken ct)
        where T : notnull
    {
        if (!MayExist(id))
        {
            return null;
        }

        var noun = store.Nouns.Of<T>();
        // The id is a parameter like the others: a statement whose text is always the same is planned once.
        var (sql, values) = Numbered(
            $"SELECT s.noun FROM stream_scopes s WHERE s.id = ${parameters.Count + 1} AND ({condition})", [.. parameters, new NpgsqlParameter<Guid> { TypedValue = id }]);
        var batch = Documents.CreateBatchQuery();
        var found = batch.Query<string>('^', sql, values);
        var stream = batch.Events.FetchForWriting<Versioned<T>>(id);
        await Execute(batch, ct);
        return (await found).SingleOrDefault() == noun.Name ? ForWriting(await stream) : null;
    }

    /// <summary>The one stream whose snapshot meets a condition, in one round trip; null if none does.</summary>
    /// <param name="condition">A condition over the columns of the noun's table <c>d</c>, which one row meets at the most.</param>
    /// <param name="parameters">The values of $1, $2, …, unnamed.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<StreamForWriting<T>?> FindForWriting<T>(string condition, IReadOnlyList<NpgsqlParameter> parameters, CancellationToken ct)
        where T : notnull
    {
        var (where, values) = Numbered($"WHERE {condition}", parameters);
        var batch = Documents.CreateBatchQuery();
        // The version first: a snapshot that is written between the two is ahead then, and saving conflicts.
        var versions = batch.Query<string>('^', $"SELECT s.version::text FROM {store.Nouns.Of<T>().TableName} d JOIN mt_streams s ON s.id = d.id {where}", values);
        var snapshots = batch.Query<Versioned<T>>('^', where, values);
        await Execute(batch, ct);
        if ((await snapshots).SingleOrDefault() is not { } snapshot || (await versions).SingleOrDefault() is not { } version)
        {
            return null;
        }

        var expected = snapshot.Version;
        return ForWriting(snapshot.Id, snapshot, long.Parse(version, CultureInfo.InvariantCulture), events => Documents.Events.Append(snapshot.Id, expected += events.Count, events));
    }

    /// <summary>Those of these streams that have begun.</summary>
    public Task<IReadOnlySet<Guid>> Begun(IReadOnlyCollection<Guid> ids, CancellationToken ct) => store.Read(
        new SqlQuery<IReadOnlySet<Guid>>("SELECT id FROM mt_streams WHERE id = ANY ($1)", [new NpgsqlParameter<Guid[]> { TypedValue = [.. ids] }], Ids), ct);

    /// <summary>A snapshot by its id; null if there is none.</summary>
    public async Task<Versioned<T>?> Load<T>(Guid id, CancellationToken ct)
        where T : notnull
    {
        await using var query = store.Documents.QuerySession();
        return await query.LoadAsync<Versioned<T>>(id, ct);
    }

    /// <summary>Snapshots by SQL over the promoted columns.</summary>
    /// <param name="sql">
    /// What follows <c>SELECT … FROM mt_doc_x d</c>, e.g. <c>JOIN mt_doc_contract c ON c.id = d.contract_id WHERE d.contract_id = $1 ORDER BY d.number</c>.
    /// </param>
    /// <param name="parameters">The values of $1, $2, …, unnamed.</param>
    /// <param name="ct">Cancels.</param>
    public Task<IReadOnlyList<Versioned<T>>> Query<T>(string sql, IReadOnlyList<NpgsqlParameter> parameters, CancellationToken ct)
        where T : notnull
        => store.Read(Rows<T>(sql, parameters), ct);

    /// <summary>The reading of <see cref="Query{T}"/>, to be sent together with others by <see cref="EventStore"/>.</summary>
    public SqlQuery<IReadOnlyList<Versioned<T>>> Rows<T>(string sql, IReadOnlyList<NpgsqlParameter> parameters)
        where T : notnull
        => new($"SELECT d.data, d.mt_version FROM {store.Nouns.Of<T>().TableName} d {sql}", parameters, (rows, token) => rows.All(row => store.Snapshot<T>(row, 0), token));

    /// <summary>The state as it was at an instant, folded from the events by then; null if there were none.</summary>
    public async Task<Versioned<T>?> AggregateStream<T>(Guid id, DateTimeOffset asOf, CancellationToken ct)
        where T : notnull
    {
        if (!MayExist(id))
        {
            return null;
        }

        await using var query = store.Documents.QuerySession();
        var events = await query.Events.FetchStreamAsync(id, token: ct);
        // By version, not by each event's own time: the clocks of two nodes may differ, a stream has no gaps.
        var last = events.LastOrDefault(e => e.Timestamp <= asOf);
        return last is null ? null : store.Nouns.Of<T>().Fold(id, events.Where(e => e.Version <= last.Version));
    }

    /// <summary>The stream's events in order, those after a version; empty if there are none.</summary>
    public async Task<IReadOnlyList<RecordedEvent>> FetchStream(Guid id, long fromVersion = 0, CancellationToken ct = default)
    {
        if (!MayExist(id))
        {
            return [];
        }

        await using var query = store.Documents.QuerySession();
        return [.. (await query.Events.FetchStreamAsync(id, fromVersion: fromVersion + 1, token: ct)).Select(RecordedEvent.Of)];
    }

    /// <summary>The events of several streams in one round trip, each stream's in order.</summary>
    public async Task<ILookup<Guid, RecordedEvent>> FetchStreams(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        await using var query = store.Documents.QuerySession();
        return (await Events(query, ids, ct)).Select(RecordedEvent.Of).ToLookup(e => e.StreamId);
    }

    internal static async Task<IEnumerable<IEvent>> Events(IQuerySession query, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var batch = query.CreateBatchQuery();
        var streams = ids.Where(MayExist).Select(id => batch.Events.FetchStream(id)).ToList();
        if (streams.Count > 0)
        {
            await batch.Execute(ct);
        }

        return (await Task.WhenAll(streams)).SelectMany(events => events);
    }

    private static async Task<IReadOnlySet<Guid>> Ids(NpgsqlDataReader rows, CancellationToken ct) => (await rows.All(row => row.GetGuid(0), ct)).ToHashSet();

    // Marten takes the empty id for a fault of the program. A client may send it: it is one of those that no stream has.
    private static bool MayExist(Guid id) => id != Guid.Empty;

    private StreamForWriting<T> ForWriting<T>(IEventStream<Versioned<T>> stream)
        where T : notnull
        => ForWriting(stream.Id, stream.Aggregate, stream.CurrentVersion ?? 0, stream.AppendMany);

    // A client may send the id of any thing where one of another kind is meant.
    private async Task<IReadOnlySet<Guid>> OfOtherKinds<T>(Guid[] ids, CancellationToken ct)
        where T : notnull
        => ids.Length == 0 ? new HashSet<Guid>() : await store.Read(
            new SqlQuery<IReadOnlySet<Guid>>(
                "SELECT id FROM stream_scopes WHERE id = ANY ($1) AND noun <> $2",
                [new NpgsqlParameter<Guid[]> { TypedValue = ids }, new NpgsqlParameter<string> { TypedValue = store.Nouns.Of<T>().Name }], Ids),
            ct);

    // What was decided on a snapshot behind its stream would be decided on the past, and Marten would write upon it. One ahead was
    // written between the two statements of this reading: then saving conflicts, since the stream is expected where it was.
    private StreamForWriting<T> ForWriting<T>(Guid id, Versioned<T>? snapshot, long version, Action<IReadOnlyList<object>> append)
        where T : notnull
        => (snapshot?.Version ?? 0) >= version
            ? new(this, store.Nouns.Of<T>(), id, snapshot, append)
            : throw new SnapshotBehindException(id, snapshot?.Version ?? 0, version);

    private static async Task Execute(Marten.Services.BatchQuerying.IBatchedQuery batch, CancellationToken ct)
    {
        try
        {
            await batch.Execute(ct);
        }
        catch (Exception e) when (Faults.HasMeaning(e))
        {
            throw Faults.Meaning(e)!;
        }
    }

    // Marten numbers the values of a batch itself, in the order in which their places stand in the text.
    private static (string Sql, object[] Values) Numbered(string sql, IReadOnlyList<NpgsqlParameter> parameters)
    {
        var values = new List<object>();
        var text = QueuedSql.Place().Replace(sql, place =>
        {
            values.Add(parameters[QueuedSql.IndexOf(place)].Value!);
            return "^";
        });
        return (text, [.. values]);
    }
}
