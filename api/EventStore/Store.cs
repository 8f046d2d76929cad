using Npgsql;

namespace SecurityTracker.EventStore;

/// <summary>The event store of one PostgreSQL database. One for the program; sessions are opened from it, one for each unit of work.</summary>
/// <param name="source">The database; its owner disposes it.</param>
/// <param name="options">What is registered; not to be changed from now on.</param>
/// <param name="time">The clock that events are recorded by.</param>
public sealed class Store(NpgsqlDataSource source, EventStoreOptions options, TimeProvider time)
{
    private readonly Bell bell = new(source);

    internal NpgsqlDataSource Source => source;

    internal EventStoreOptions Options => options;

    internal TimeProvider Time => time;

    /// <summary>A unit of work. The metadata goes into every event that it appends.</summary>
    public Session OpenSession(SessionMetadata? metadata = null) => OpenSession(() => metadata ?? SessionMetadata.None);

    /// <summary>A unit of work whose metadata are asked for when it appends; most only read.</summary>
    public Session OpenSession(Func<SessionMetadata> metadata) => new(this, metadata);

    /// <summary>Brings the database to what is registered here: numbered SQL, then tables and columns of folds and documents. Safe to run from several processes at once.</summary>
    public Task Migrate(CancellationToken ct) => new Migrator(this).Run(ct);

    /// <summary>What <see cref="Migrate"/> would still do; empty when the database is up to date. Changes nothing.</summary>
    public Task<IReadOnlyList<string>> PendingMigrations(CancellationToken ct) => new Migrator(this).Pending(ct);

    /// <summary>The worker that keeps the registered projections; start one in each process, one of them works at a time.</summary>
    public Daemon CreateDaemon() => new(this);

    /// <summary>Runs a read on a connection of its own and, should that connection turn out to be dead, once more on a fresh one.</summary>
    /// <param name="read">Must only read: it may run twice.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<TResult> Read<TResult>(Func<NpgsqlConnection, CancellationToken, Task<TResult>> read, CancellationToken ct)
    {
        try
        {
            return await ReadOnce(read, ct);
        }
        catch (Exception e) when (Failures.IsConnectionLost(e) && !ct.IsCancellationRequested)
        {
            source.Clear();
            return await ReadOnce(read, ct);
        }
    }

    /// <summary>One reading, repeated once when the connection was dead.</summary>
    public async Task<T> Read<T>(Reading<T> reading, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(reading);
        await Take([reading], ct);
        return await reading.Result(ct);
    }

    /// <summary>Two readings in one round trip, repeated together once when the connection was dead.</summary>
    public async Task<(T1 First, T2 Second)> Read<T1, T2>(Reading<T1> first, Reading<T2> second, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        await Take([first, second], ct);
        return (await first.Result(ct), await second.Result(ct));
    }

    /// <summary>Three readings in one round trip, repeated together once when the connection was dead.</summary>
    /// <param name="beside">One more, whose answer goes to who made it.</param>
    public async Task<(T1 First, T2 Second, T3 Third)> Read<T1, T2, T3>(Reading<T1> first, Reading<T2> second, Reading<T3> third, CancellationToken ct, Reading? beside = null)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(third);
        await Take(beside is null ? [first, second, third] : [beside, first, second, third], ct);
        return (await first.Result(ct), await second.Result(ct), await third.Result(ct));
    }

    /// <summary>Four readings in one round trip, repeated together once when the connection was dead.</summary>
    public async Task<(T1 First, T2 Second, T3 Third, T4 Fourth)> Read<T1, T2, T3, T4>(
        Reading<T1> first, Reading<T2> second, Reading<T3> third, Reading<T4> fourth, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(third);
        ArgumentNullException.ThrowIfNull(fourth);
        await Take([first, second, third, fourth], ct);
        return (await first.Result(ct), await second.Result(ct), await third.Result(ct), await fourth.Result(ct));
    }

    /// <summary>Tells the daemon, wherever it works, that there are new events.</summary>
    internal void EventsAppended()
    {
        if (options.Projections.Count > 0)
        {
            bell.Ring();
        }
    }

    private async Task Take(IReadOnlyList<Reading> readings, CancellationToken ct) => await Read(
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
            catch (PostgresException e) when (Failures.HasMeaning(e))
            {
                throw Failures.Meaning(e);
            }
            return readings;
        },
        ct);

    private async Task<TResult> ReadOnce<TResult>(Func<NpgsqlConnection, CancellationToken, Task<TResult>> read, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return await read(connection, ct);
    }
}
