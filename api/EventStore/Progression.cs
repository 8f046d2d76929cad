using Npgsql;
using NpgsqlTypes;

namespace SecurityTracker.EventStore;

/// <summary>
/// How far each projection has read: mt_event_progression. The order is (transaction id, sequence), and only rows are read whose
/// transaction is older than every running one. Sequences are taken before the commit, so a cursor on them alone would pass by an
/// event that is committed late.
/// </summary>
internal sealed class Progression
{
    private const int BatchSize = 1000;

    private const string NextEvents = $"""
        SELECT {RecordedEvents.Columns}, transaction_id FROM mt_events
        WHERE (transaction_id, seq_id) > ($1, $2) AND transaction_id < pg_snapshot_xmin(pg_current_snapshot())
        ORDER BY transaction_id, seq_id LIMIT $3
        """;

    private readonly NpgsqlConnection connection;
    private readonly AsyncProjection projection;
    private readonly EventMap map;
    private Cursor cursor;

    private Progression(NpgsqlConnection connection, AsyncProjection projection, EventMap map, Cursor cursor) =>
        (this.connection, this.projection, this.map, this.cursor) = (connection, projection, map, cursor);

    private readonly record struct Cursor(ulong Transaction, long Sequence, bool CaughtUp);

    public string Name => projection.Name;

    /// <summary>Where a projection stands. A new one gets its cursor, at the beginning, and may empty its tables.</summary>
    public static async Task<Progression> Open(NpgsqlConnection connection, AsyncProjection projection, EventMap map, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (await Sql.Execute(connection, "INSERT INTO mt_event_progression (name) VALUES ($1) ON CONFLICT DO NOTHING", ct, Sql.Text(projection.Name)) == 1)
        {
            await projection.Reset(connection, ct);
        }
        await transaction.CommitAsync(ct);
        await using var command = new NpgsqlCommand("SELECT last_transaction_id, last_seq_id, caught_up FROM mt_event_progression WHERE name = $1", connection)
        {
            Parameters = { Sql.Text(projection.Name) },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return new Progression(connection, projection, map, new Cursor(row.GetFieldValue<ulong>(0), row.GetInt64(1), row.GetBoolean(2)));
    }

    /// <summary>Applies one batch and moves the cursor, in one transaction. False when there was nothing more to read.</summary>
    public async Task<bool> Advance(CancellationToken ct)
    {
        var (events, next) = await Read(ct);
        if (next == cursor)
        {
            return false;
        }
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (events.Count > 0)
        {
            await projection.Apply(connection, events, ct);
        }
        await Save(next, ct);
        await transaction.CommitAsync(ct);
        cursor = next;
        return events.Count == BatchSize;
    }

    private async Task Save(Cursor next, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand("UPDATE mt_event_progression SET last_transaction_id = $2, last_seq_id = $3, caught_up = $4, last_updated = now() WHERE name = $1")
                {
                    Parameters = { Sql.Text(Name), Xid8(next.Transaction), Sql.Bigint(next.Sequence), new NpgsqlParameter<bool> { TypedValue = next.CaughtUp } },
                },
                new NpgsqlBatchCommand("NOTIFY mt_progression"),
            },
        };
        await batch.ExecuteNonQueryAsync(ct);
    }

    private async Task<(List<RecordedEvent> Events, Cursor Next)> Read(CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(NextEvents, connection)
        {
            Parameters = { Xid8(cursor.Transaction), Sql.Bigint(cursor.Sequence), new NpgsqlParameter<int> { TypedValue = BatchSize } },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var (events, transaction) = (new List<RecordedEvent>(), cursor.Transaction);
        while (await row.ReadAsync(ct))
        {
            events.Add(RecordedEvents.Read(row, map));
            transaction = row.GetFieldValue<ulong>(RecordedEvents.ColumnCount);
        }
        // A batch that is not full is the end of what can be read now.
        var caughtUp = cursor.CaughtUp || events.Count < BatchSize;
        return (events, new Cursor(transaction, events.Count > 0 ? events[^1].Sequence : cursor.Sequence, caughtUp));
    }

    private static NpgsqlParameter Xid8(ulong value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Xid8 };

    /// <summary>True while events are committed that may not be read yet.</summary>
    public static Task<bool> AnyWithheld(NpgsqlConnection connection, CancellationToken ct) =>
        Sql.Scalar<bool>(connection, "SELECT EXISTS (SELECT 1 FROM mt_events WHERE transaction_id >= pg_snapshot_xmin(pg_current_snapshot()))", ct);

    /// <summary>True when all of the projections that readers use, and at least one, are past the event.</summary>
    public static Task<bool> HasSeen(NpgsqlConnection connection, string[] names, long sequence, CancellationToken ct) =>
        Sql.Scalar<bool>(
            connection,
            """
            SELECT coalesce(bool_and((p.last_transaction_id, p.last_seq_id) >= (e.transaction_id, e.seq_id)), false)
            FROM mt_event_progression p, mt_events e WHERE p.name = ANY($1) AND p.caught_up AND e.seq_id = $2
            """,
            ct,
            new NpgsqlParameter<string[]> { TypedValue = names },
            new NpgsqlParameter<long> { TypedValue = sequence });

    /// <summary>Those of the names that have been built to the end.</summary>
    public static async Task<HashSet<string>> CaughtUp(NpgsqlConnection connection, IReadOnlyList<string> names, CancellationToken ct)
    {
        var built = await Sql.Scalar<string[]>(
            connection,
            "SELECT coalesce(array_agg(name::text), '{}') FROM mt_event_progression WHERE name = ANY($1) AND caught_up",
            ct,
            new NpgsqlParameter<string[]> { TypedValue = [.. names] });
        return new HashSet<string>(built, StringComparer.Ordinal);
    }
}
