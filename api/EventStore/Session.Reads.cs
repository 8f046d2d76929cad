using System.Buffers;
using Npgsql;

namespace SecurityTracker.EventStore;

/// <content>Reads: each on a connection of its own, repeated once when that connection was dead.</content>
public sealed partial class Session
{
    /// <summary>The stream's state and version in one round trip, ready to be extended; version 0 and the initial state if there is none.</summary>
    public async Task<StreamForWriting<T>> FetchForWriting<T>(Guid id, CancellationToken ct)
        where T : notnull
        => (await FetchForWriting<T>([id], ct))[0];

    /// <summary>Several streams of one kind in one round trip, in the order of the ids; version 0 and the initial state for those that are not there.</summary>
    public async Task<IReadOnlyList<StreamForWriting<T>>> FetchForWriting<T>(IReadOnlyList<Guid> ids, CancellationToken ct)
        where T : notnull
    {
        var fold = store.Options.FoldOf<T>();
        var found = fold.IsLive
            ? await FoldForWriting(fold, ids, ct)
            : await FetchForWriting<T>("WHERE s.id = ANY($1)", [new NpgsqlParameter<Guid[]> { TypedValue = [.. ids] }], ct);
        return [.. ids.Select(id => found.FirstOrDefault(s => s.Id == id) ?? new StreamForWriting<T>(this, fold, id, 0, fold.Initial))];
    }

    /// <summary>The streams of one kind that SQL finds, in one round trip; what it finds of another kind is left out.</summary>
    /// <param name="sql">
    /// What follows <c>SELECT … FROM mt_streams s LEFT JOIN mt_doc_x d ON d.id = s.id</c>: joins and a WHERE clause over the columns of both.
    /// </param>
    /// <param name="parameters">The values of $1, $2, …, unnamed.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<StreamForWriting<T>>> FetchForWriting<T>(string sql, IReadOnlyList<NpgsqlParameter> parameters, CancellationToken ct)
        where T : notnull
    {
        var fold = store.Options.FoldOf<T>();
        var select = $"SELECT s.id, s.version, d.data, d.mt_version, d.mt_fold_version, s.type FROM mt_streams s LEFT JOIN {fold.TableName} d ON d.id = s.id {sql}";
        var (found, stale) = await Read(select, parameters, async (row, token) =>
        {
            var (current, outdated) = (new List<StreamForWriting<T>>(), new List<Guid>());
            while (await row.ReadAsync(token))
            {
                var (id, version) = (row.GetGuid(0), row.GetInt64(1));
                if (!row.IsDBNull(5) && row.GetString(5) != fold.Name)
                {
                    // A stream of another kind is not there.
                }
                else if (!row.IsDBNull(2) && row.GetInt64(3) == version && row.GetInt32(4) == fold.FoldVersion)
                {
                    current.Add(new StreamForWriting<T>(this, fold, id, version, fold.Deserialize(row.GetFieldValue<byte[]>(2))));
                }
                else
                {
                    outdated.Add(id);
                }
            }
            return (current, outdated);
        }, ct);
        return stale.Count == 0 ? found : [.. found, .. await FoldForWriting(fold, stale, ct)];
    }

    /// <summary>A snapshot or document by its id; null if there is none.</summary>
    public async Task<Versioned<T>?> Load<T>(Guid id, CancellationToken ct)
        where T : notnull
    {
        var table = store.Options.Table<T>();
        if (table.IsLive)
        {
            return await AggregateStream<T>(id, ct: ct);
        }
        var (found, stale) = await Read($"SELECT {DocumentTable.SelectList} FROM {table.TableName} d WHERE d.id = $1", [Sql.Uuid(id)], async (row, token) =>
            !await row.ReadAsync(token) ? (null, false)
            : row.GetInt32(4) != table.FoldVersion ? (null, true)
            : ((Versioned<T>?)Read(row, table), false), ct);
        return stale ? await AggregateStream<T>(id, ct: ct) : found;
    }

    /// <summary>Snapshots or documents by SQL over the promoted columns.</summary>
    /// <param name="sql">
    /// What follows <c>SELECT … FROM mt_doc_x d</c>, e.g. <c>JOIN mt_doc_contract c ON c.id = d.contract_id WHERE d.contract_id = $1 ORDER BY d.number</c>.
    /// </param>
    /// <param name="parameters">The values of $1, $2, …, unnamed.</param>
    /// <param name="ct">Cancels.</param>
    public Task<IReadOnlyList<Versioned<T>>> Query<T>(string sql, IReadOnlyList<NpgsqlParameter> parameters, CancellationToken ct)
        where T : notnull
        => store.Read(Rows<T>(sql, parameters), ct);

    /// <summary>The reading of <see cref="Query{T}"/>, to be sent together with others by <see cref="Store"/>.</summary>
    public Reading<IReadOnlyList<Versioned<T>>> Rows<T>(string sql, IReadOnlyList<NpgsqlParameter> parameters)
        where T : notnull
        => Rows<T>(sql, parameters, "NULL::text");

    /// <summary>One page of <see cref="Query{T}"/>. Of the SQL, only joins and the WHERE clause, which must be there (<c>WHERE true</c>).</summary>
    public async Task<Page<T>> QueryPage<T>(string sql, IReadOnlyList<NpgsqlParameter> parameters, PageRequest page, CancellationToken ct)
        where T : notnull
    {
        var table = store.Options.Table<T>();
        var column = table.Columns.SingleOrDefault(c => string.Equals(c.Name, page.OrderBy, StringComparison.Ordinal))
            ?? throw new ArgumentException($"{page.OrderBy} is not a promoted column of {table.TableName}.", nameof(page));
        var (after, values) = After(column, page, parameters);
        var direction = page.Descending ? "DESC" : "ASC";
        try
        {
            var rows = await store.Read(
                Rows<T>($"{sql} {after} ORDER BY d.{column.Name} {direction} NULLS LAST, d.id {direction} LIMIT {page.Limit + 1}", values, $"d.{column.Name}::text"), ct);
            var items = rows.Take(page.Limit).ToList();
            return new Page<T>(items, rows.Count > page.Limit ? new PageCursor(items[^1].Key, items[^1].Id).Encode() : null);
        }
        catch (PostgresException e) when (page.Cursor is not null && e.SqlState.StartsWith("22", StringComparison.Ordinal))
        {
            throw new InvalidCursorException(e);
        }
    }

    /// <summary>The JSON of a snapshot or document as it lies in the database; null if there is none.</summary>
    public Task<RawDocument?> LoadJson<T>(Guid id, CancellationToken ct)
        where T : notnull
        => Read(
            $"SELECT data, mt_version FROM {store.Options.Table<T>().TableName} WHERE id = $1",
            [Sql.Uuid(id)],
            async (row, token) => await row.ReadAsync(token) ? new RawDocument(id, row.GetFieldValue<byte[]>(0), row.GetInt64(1)) : null,
            ct);

    /// <summary>Writes a JSON array straight from the database: one element for each row of <paramref name="select"/>, whose only column is jsonb.</summary>
    public async Task WriteJsonArray(IBufferWriter<byte> to, string select, IReadOnlyList<NpgsqlParameter> parameters, CancellationToken ct)
    {
        var rows = await Read(select, parameters, async (row, token) =>
        {
            var json = new List<byte[]>();
            while (await row.ReadAsync(token))
            {
                json.Add(row.GetFieldValue<byte[]>(0));
            }
            return json;
        }, ct);
        to.Write("["u8);
        for (var i = 0; i < rows.Count; i++)
        {
            to.Write(i == 0 ? [] : ","u8);
            to.Write(rows[i]);
        }
        to.Write("]"u8);
    }

    /// <summary>The state folded from events: as it is now, at a version, or as it was at an instant. Null if there was no event by then.</summary>
    public async Task<Versioned<T>?> AggregateStream<T>(Guid id, long? version = null, DateTimeOffset? asOf = null, CancellationToken ct = default)
        where T : notnull
    {
        var fold = store.Options.FoldOf<T>();
        var (until, parameters) = Until(id, version, asOf);
        var sql = $"SELECT type, data, version, timestamp FROM mt_events WHERE stream_id = $1{until} ORDER BY version";
        return await Read(sql, parameters, async (row, token) =>
        {
            var (state, reached, at) = (fold.Initial, 0L, default(DateTimeOffset));
            while (await row.ReadAsync(token))
            {
                state = fold.Evolve(state, store.Options.Events.Deserialize(row.GetString(0), row.GetFieldValue<byte[]>(1)));
                (reached, at) = (row.GetInt64(2), row.GetFieldValue<DateTimeOffset>(3));
            }
            return reached == 0 ? null : new Versioned<T>(id, state, reached) { ModifiedAt = at };
        }, ct);
    }

    /// <summary>The stream's events in order, those after a version; empty if there are none.</summary>
    public Task<IReadOnlyList<RecordedEvent>> FetchStream(Guid id, long fromVersion = 0, CancellationToken ct = default) =>
        Events("stream_id = $1 AND version > $2", [Sql.Uuid(id), Sql.Bigint(fromVersion)], ct);

    /// <summary>The events of several streams in one round trip, each stream's in order.</summary>
    public async Task<ILookup<Guid, RecordedEvent>> FetchStreams(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        (await Events("stream_id = ANY ($1)", [new NpgsqlParameter<Guid[]> { TypedValue = [.. ids] }], ct)).ToLookup(e => e.StreamId);

    private async Task<IReadOnlyList<RecordedEvent>> Events(string where, IReadOnlyList<NpgsqlParameter> parameters, CancellationToken ct) =>
        await Read(
            $"SELECT {RecordedEvents.Columns} FROM mt_events WHERE {where} ORDER BY version",
            parameters,
            async (row, token) =>
            {
                var events = new List<RecordedEvent>();
                while (await row.ReadAsync(token))
                {
                    events.Add(RecordedEvents.Read(row, store.Options.Events));
                }
                return events;
            },
            ct);

    private async Task<IReadOnlyList<StreamForWriting<T>>> FoldForWriting<T>(FoldRegistration<T> fold, IReadOnlyList<Guid> ids, CancellationToken ct)
        where T : notnull
    {
        var folds = new List<StreamForWriting<T>>();
        foreach (var id in ids)
        {
            if (await AggregateStream<T>(id, ct: ct) is { } folded)
            {
                folds.Add(new(this, fold, id, folded.Version, folded.Value));
            }
        }
        return folds;
    }

    /// <summary>Rows of one table; those whose snapshot is of another fold are folded from their events.</summary>
    /// <param name="key">What a page is ordered by, as text.</param>
    private Reading<IReadOnlyList<Versioned<T>>> Rows<T>(string sql, IReadOnlyList<NpgsqlParameter> parameters, string key)
        where T : notnull
    {
        var table = store.Options.Table<T>();
        return new($"SELECT {DocumentTable.SelectList}, {key} FROM {table.TableName} d {sql}", parameters, async (row, token) =>
        {
            var rows = new List<Versioned<T>>();
            while (await row.ReadAsync(token))
            {
                var found = row.GetInt32(4) == table.FoldVersion ? Read(row, table) : new Versioned<T>(row.GetGuid(0), default!, Version: 0);
                rows.Add(row.IsDBNull(5) ? found : found with { Key = row.GetString(5) });
            }
            return rows;
        })
        {
            Complete = async (rows, token) =>
            {
                var complete = rows.ToList();
                foreach (var (at, stale) in rows.Index().Where(r => r.Item.Version == 0))
                {
                    complete[at] = (await AggregateStream<T>(stale.Id, ct: token))! with { Key = stale.Key };
                }
                return complete;
            },
        };
    }

    private static Versioned<T> Read<T>(NpgsqlDataReader row, DocumentTable<T> table)
        where T : notnull
        => new(row.GetGuid(0), table.Deserialize(row.GetFieldValue<byte[]>(1)), row.GetInt64(2)) { ModifiedAt = row.GetFieldValue<DateTimeOffset>(3) };

    private static (string Sql, IReadOnlyList<NpgsqlParameter> Parameters) After(DocumentTable.PromotedColumn column, PageRequest page, IReadOnlyList<NpgsqlParameter> parameters)
    {
        if (page.Cursor is null)
        {
            return ("", parameters);
        }
        var last = PageCursor.Decode(page.Cursor);
        var (beyond, id, value) = (page.Descending ? "<" : ">", $"${parameters.Count + 1}", $"${parameters.Count + 2}");
        return last.Value is null
            ? ($"AND d.{column.Name} IS NULL AND d.id {beyond} {id}", [.. parameters, Sql.Uuid(last.Id)])
            : ($"AND ((d.{column.Name}, d.id) {beyond} ({value}::{column.PgType}, {id}) OR d.{column.Name} IS NULL)", [.. parameters, Sql.Uuid(last.Id), Sql.Text(last.Value)]);
    }

    private static (string Sql, List<NpgsqlParameter> Parameters) Until(Guid id, long? version, DateTimeOffset? asOf)
    {
        var (sql, parameters) = ("", new List<NpgsqlParameter> { Sql.Uuid(id) });
        if (version is not null)
        {
            parameters.Add(Sql.Bigint(version.Value));
            sql += $" AND version <= ${parameters.Count}";
        }
        if (asOf is not null)
        {
            // By version, not by each event's own time: the clocks of two nodes may differ, a stream has no gaps.
            parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = asOf.Value.UtcDateTime });
            sql += $" AND version <= (SELECT max(version) FROM mt_events WHERE stream_id = $1 AND timestamp <= ${parameters.Count})";
        }
        return (sql, parameters);
    }

    private Task<TResult> Read<TResult>(
        string sql, IReadOnlyList<NpgsqlParameter> parameters, Func<NpgsqlDataReader, CancellationToken, Task<TResult>> take, CancellationToken ct)
        => store.Read(new Reading<TResult>(sql, parameters, take), ct);
}
