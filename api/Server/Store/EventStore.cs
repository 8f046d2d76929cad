using System.Text.Json;
using System.Text.Json.Nodes;
using JasperFx;
using JasperFx.Events;
using Marten;
using Npgsql;
using Polly;
using Polly.Retry;
using Weasel.Core;

namespace SecurityTracker.Server.Store;

/// <summary>Marten on the program's database. One for the program; sessions are opened from it, one for each unit of work.</summary>
internal sealed class EventStore : IDisposable
{
    private readonly NpgsqlDataSource source;

    /// <summary>A store.</summary>
    /// <param name="source">The database; its owner disposes it.</param>
    /// <param name="nouns">What is registered; not to be changed from now on.</param>
    /// <param name="time">The clock that events are recorded by.</param>
    public EventStore(NpgsqlDataSource source, Nouns nouns, TimeProvider time)
    {
        (this.source, Nouns) = (source, nouns);
        Documents = new DocumentStore(Options(source, nouns, time));
    }

    internal DocumentStore Documents { get; }

    internal Nouns Nouns { get; }

    /// <summary>A unit of work. The metadata goes into every event that it appends.</summary>
    public Session OpenSession(SessionMetadata? metadata = null) => OpenSession(() => metadata ?? SessionMetadata.None);

    /// <summary>A unit of work whose metadata are asked for when it appends; most only read.</summary>
    public Session OpenSession(Func<SessionMetadata> metadata) => new(this, metadata);

    /// <summary>Brings the database to what is registered here, all of it or nothing. Safe to run from several processes at once.</summary>
    public Task Migrate(CancellationToken ct) => new Migration(this, source).Run(ct);

    /// <summary>What <see cref="Migrate"/> would still do; empty when the database is up to date. Changes nothing.</summary>
    public Task<IReadOnlyList<string>> PendingMigrations(CancellationToken ct) => new Migration(this, source).Pending(ct);

    /// <summary>Runs a read on a connection of its own and, should that connection turn out to be dead, once more on a fresh one.</summary>
    /// <param name="read">Must only read: it may run twice.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<TResult> Read<TResult>(Func<NpgsqlConnection, CancellationToken, Task<TResult>> read, CancellationToken ct)
    {
        try
        {
            return await ReadOnce(read, ct);
        }
        catch (Exception e) when (Faults.IsConnectionLost(e) && !ct.IsCancellationRequested)
        {
            source.Clear();
            return await ReadOnce(read, ct);
        }
    }

    /// <summary>One reading, repeated once when the connection was dead.</summary>
    public async Task<T> Read<T>(SqlQuery<T> reading, CancellationToken ct)
    {
        await Read([reading], ct);
        return reading.Taken;
    }

    /// <summary>Several readings in one round trip, repeated together once when the connection was dead; each then holds what it took.</summary>
    public Task Read(IReadOnlyList<SqlQuery> readings, CancellationToken ct) => Read(
        async (connection, token) =>
        {
            await using var batch = new NpgsqlBatch(connection);
            foreach (var reading in readings)
            {
                batch.BatchCommands.Add(reading.Command());
            }

            try
            {
                // Once the rows arrive they are all there within a millisecond: giving up between two of them costs more than it saves.
                await using var rows = await batch.ExecuteReaderAsync(token);
                foreach (var reading in readings)
                {
                    await reading.Take(rows, CancellationToken.None);
                    await rows.NextResultAsync(CancellationToken.None);
                }
            }
            catch (PostgresException e) when (Faults.HasMeaning(e))
            {
                throw Faults.Meaning(e)!;
            }

            return readings;
        },
        ct);

    /// <summary>A snapshot out of a row of a statement of one's own: <c>d.data, d.mt_version</c> at this column and the next.</summary>
    public Versioned<T> Snapshot<T>(NpgsqlDataReader row, int column)
        where T : notnull
        => JsonSerializer.Deserialize<Versioned<T>>(row.GetFieldValue<byte[]>(column), Nouns.Json)! with { Version = row.GetInt64(column + 1) };

    /// <summary>
    /// An event out of a row of a statement of one's own: <c>e.id, e.stream_id, e.version, e.seq_id, e.type, e.data, e.timestamp, e.headers</c>
    /// from this column on.
    /// </summary>
    public RecordedEvent Recorded(NpgsqlDataReader row, int column) => new(
        row.GetGuid(column),
        row.GetGuid(column + 1),
        row.GetInt64(column + 2),
        row.GetInt64(column + 3),
        row.GetString(column + 4),
        JsonSerializer.Deserialize(row.GetFieldValue<byte[]>(column + 5), Nouns.EventOf(row.GetString(column + 4)), Nouns.Json)!,
        row.GetFieldValue<DateTimeOffset>(column + 6).ToUniversalTime(),
        JsonNode.Parse(row.GetFieldValue<byte[]>(column + 7))!.AsObject());

    public void Dispose() => Documents.Dispose();

    private static StoreOptions Options(NpgsqlDataSource source, Nouns nouns, TimeProvider time)
    {
        var options = new StoreOptions { AutoCreateSchemaObjects = AutoCreate.None };
        options.Connection(source);
        options.UseSystemTextJsonForSerialization(nouns.Json, EnumStorage.AsString, Casing.CamelCase);
        options.Events.AppendMode = EventAppendMode.QuickWithServerTimestamps;
        options.Events.UseExclusiveLockOnConcurrentAppends = true;
        options.Events.UseIdentityMapForAggregates = true;
        options.Events.MetadataConfig.EnableAll();
        options.Events.MetadataConfig.UserNameEnabled = true;
        options.Events.TimeProvider = time;
        options.Policies.OnDocuments(new PromotedColumns(nouns));
        // A read may be sent again, once, on a fresh connection; of writes Marten sends again what PostgreSQL itself has rolled back.
        options.ConfigurePolly(reads => reads.AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = 1,
            Delay = TimeSpan.Zero,
            ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is { } e && Faults.IsConnectionLost(e)),
            OnRetry = _ =>
            {
                source.Clear();
                return default;
            },
        }));
        foreach (var (name, type) in nouns.EventTypes)
        {
            options.Events.MapEventType(type, name);
        }

        foreach (var noun in nouns.All)
        {
            noun.Register(options, nouns);
        }

        return options;
    }

    private async Task<TResult> ReadOnce<TResult>(Func<NpgsqlConnection, CancellationToken, Task<TResult>> read, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return await read(connection, ct);
    }
}
