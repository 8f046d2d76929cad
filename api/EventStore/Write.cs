using System.Globalization;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace SecurityTracker.EventStore;

/// <summary>One transaction of a session: built once, sent in one round trip, sent again only when that cannot write twice.</summary>
internal sealed class Write
{
    private const string AppendSql = "SELECT mt_append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";

    private readonly Store store;
    private readonly IReadOnlyList<StreamForWriting> streams;
    private readonly List<NpgsqlBatchCommand> commands;
    private readonly Guid[][] eventIds;

    public Write(
        Store store, SessionMetadata metadata, IReadOnlyList<StreamForWriting> streams,
        IReadOnlyList<Func<DateTimeOffset, IEnumerable<NpgsqlBatchCommand>>> documents, IReadOnlyList<NpgsqlBatchCommand> queued)
    {
        this.store = store;
        this.streams = streams;
        // PostgreSQL keeps microseconds; what is hashed must be what is kept.
        var now = store.Time.GetUtcNow();
        var at = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
        var headers = JsonSerializer.SerializeToUtf8Bytes(metadata.Headers, store.Options.Json);
        eventIds = [.. streams.Select(s => s.Events.Select(_ => Guid.CreateVersion7(at)).ToArray())];
        commands =
        [
            .. streams.Select((s, i) => AppendCommand(s, eventIds[i], metadata, headers, at)),
            .. streams.Select(s => s.SnapshotCommand(at)).OfType<NpgsqlBatchCommand>(),
            .. documents.SelectMany(d => d(at)),
            .. queued,
        ];
    }

    /// <summary>
    /// Sends it. When the connection breaks, nobody knows whether it was committed; but its events carry ids of their own and
    /// an expected version, so sending it again either writes it for the first time or finds it written. A write without
    /// events is sent again only when it was never sent.
    /// </summary>
    public async Task<long> Commit(CancellationToken ct)
    {
        var sent = false;
        try
        {
            return await Send(() => sent = true, ct);
        }
        catch (Exception e) when (Failures.IsConnectionLost(e) && (streams.Count > 0 || !sent) && !ct.IsCancellationRequested)
        {
            store.Source.Clear();
            return await SendAgain(ct);
        }
    }

    private async Task<long> SendAgain(CancellationToken ct)
    {
        try
        {
            return await Send(() => { }, ct);
        }
        catch (Exception e) when (e is ConcurrencyConflictException or StreamExistsException)
        {
            if (await SequenceIfWritten(ct) is { } sequence)
            {
                return sequence;
            }
            throw;
        }
    }

    private async Task<long> Send(Action sending, CancellationToken ct)
    {
        await using var connection = await store.Source.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var command in commands)
        {
            batch.BatchCommands.Add(command);
        }
        sending();
        try
        {
            await using var reader = await batch.ExecuteReaderAsync(ct);
            var sequence = 0L;
            for (var i = 0; i < streams.Count; i++)
            {
                await reader.ReadAsync(ct);
                sequence = reader.GetInt64(0);
                await reader.NextResultAsync(ct);
            }
            while (await reader.NextResultAsync(ct))
            {
                // A refusal of any command surfaces here.
            }
            return sequence;
        }
        catch (PostgresException e) when (Failures.IsVersionConflict(e))
        {
            throw Conflict(e);
        }
        catch (PostgresException e) when (Failures.HasMeaning(e))
        {
            throw Failures.Meaning(e);
        }
        finally
        {
            batch.BatchCommands.Clear();
        }
    }

    private Exception Conflict(PostgresException e)
    {
        var (id, actual) = e.Hint!.Split(' ') is [var i, var v] ? (Guid.Parse(i), long.Parse(v, CultureInfo.InvariantCulture)) : default;
        var stream = streams.FirstOrDefault(s => s.Id == id);
        return stream is { MustBeNew: true } ? new StreamExistsException(id) : new ConcurrencyConflictException(id, stream?.ExpectedVersion ?? 0, actual);
    }

    private Task<long?> SequenceIfWritten(CancellationToken ct) => store.Read(
        async (connection, token) =>
        {
            await using var command = new NpgsqlCommand("SELECT seq_id FROM mt_events WHERE stream_id = $1 AND version = $2 AND id = $3", connection)
            {
                Parameters =
                {
                    new NpgsqlParameter<Guid> { TypedValue = streams[^1].Id },
                    Sql.Bigint(streams[^1].Version),
                    Sql.Uuid(eventIds[^1][^1]),
                },
            };
            return (long?)await command.ExecuteScalarAsync(token);
        },
        ct);

    private NpgsqlBatchCommand AppendCommand(StreamForWriting stream, Guid[] ids, SessionMetadata metadata, byte[] headers, DateTimeOffset at)
    {
        var types = stream.Events.ConvertAll(store.Options.Events.NameOf);
        var data = stream.Events.ConvertAll(store.Options.Events.Serialize);
        var hashes = data.Select((d, i) => EventHash.Of(stream.Id, stream.ExpectedVersion + i + 1, types[i], at, headers, d)).ToArray();
        return new NpgsqlBatchCommand(AppendSql)
        {
            Parameters =
            {
                Sql.Uuid(stream.Id),
                new NpgsqlParameter<string> { TypedValue = stream.StreamType },
                Sql.Bigint(stream.ExpectedVersion),
                Nullable(stream.Scope?.ContractId, NpgsqlDbType.Uuid),
                Nullable(stream.Scope?.OrganisationId, NpgsqlDbType.Uuid),
                new NpgsqlParameter<Guid[]> { TypedValue = ids },
                new NpgsqlParameter { Value = types.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar },
                new NpgsqlParameter { Value = data.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb },
                new NpgsqlParameter { Value = hashes, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea },
                new NpgsqlParameter { Value = headers, NpgsqlDbType = NpgsqlDbType.Jsonb },
                new NpgsqlParameter<DateTime> { TypedValue = at.UtcDateTime },
                Nullable(metadata.CorrelationId, NpgsqlDbType.Varchar),
                Nullable(metadata.CausationId, NpgsqlDbType.Varchar),
                Nullable(metadata.UserName, NpgsqlDbType.Varchar),
            },
        };
    }

    private static NpgsqlParameter Nullable(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
