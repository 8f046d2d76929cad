using System.Text.Json.Nodes;
using Npgsql;
using SecurityTracker.EventStore;
using SecurityTracker.Testing;

namespace SecurityTracker.Benchmarks;

/// <summary>The event store beside raw Npgsql that does the least SQL.</summary>
public static class StoreFigures
{
    private const int Events = 20_000;
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly SessionMetadata Metadata = new(
        new JsonObject { ["actor"] = new JsonObject { ["kind"] = "PERSON", ["personId"] = Guid.CreateVersion7().ToString(), ["role"] = "CONTRACTOR_OFFICER" } },
        "0af7651916cd43dd8448eb211c80319c", CausationId: null, "0192f0c4-7a00-7000-8000-000000000001");

    public static async Task<IReadOnlyList<Figure>> Measure()
    {
        await using var database = await TestDatabase.Create("figures", source => new Store(source, Subject.Options(), TimeProvider.System).Migrate(None));
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.ConnectionString) { MaxAutoPrepare = 64, AutoPrepareMinUsages = 2 });
        await using (var tables = source.CreateCommand(LeastSql.Tables))
        {
            await tables.ExecuteNonQueryAsync();
        }
        var store = new Store(source, Subject.Options(), TimeProvider.System);
        var least = new LeastSql(source, Subject.Options().Json);
        var figures = new List<Figure>();
        foreach (var comparison in await Comparisons(store, new Store(source, Subject.LiveOptions(), TimeProvider.System), least))
        {
            figures.Add(await comparison.Measure());
            Console.Error.WriteLine($"{comparison.Name}: {figures[^1].Ratio:F2}");
        }
        figures.AddRange(await Projections(source, store, least));
        return figures;
    }

    private static async Task<IReadOnlyList<Comparison>> Comparisons(Store store, Store live, LeastSql least)
    {
        var ids = Enumerable.Range(0, 100).Select(_ => Guid.CreateVersion7()).ToArray();
        foreach (var id in ids)
        {
            await least.StartWithSnapshot(id);
            await Start(store, id);
        }
        var (twenty, twoHundred) = (await Stream(store, least, 20), await Stream(store, least, 200));
        return
        [
            new("start a stream with one event and its snapshot", 0.51, 1000, _ => least.StartWithSnapshot(Guid.CreateVersion7()), _ => Start(store, Guid.CreateVersion7())),
            new("start a stream with one event, no snapshot", 0.80, 1000, _ => least.Start(Guid.CreateVersion7()), _ => Start(live, Guid.CreateVersion7())),
            new("fetch for writing, append, snapshot", 0.46, 1000, i => least.FetchAndAppend(ids[i % ids.Length], i), i => FetchAndAppend(store, ids[i % ids.Length], i)),
            new("load a snapshot", 0.93, 3000, i => least.Load(ids[i % ids.Length]), i => store.OpenSession().Load<Obligation>(ids[i % ids.Length], None)),
            new("aggregate 20 events", 0.50, 1500, _ => least.Aggregate(twenty), _ => store.OpenSession().AggregateStream<Obligation>(twenty)),
            new("aggregate 200 events", 0.31, 500, _ => least.Aggregate(twoHundred), _ => store.OpenSession().AggregateStream<Obligation>(twoHundred)),
        ];
    }

    private static async Task<IReadOnlyList<Figure>> Projections(NpgsqlDataSource source, Store store, LeastSql least)
    {
        await using (var connection = await source.OpenConnectionAsync())
        {
            await Weight.Create(connection, "least_weights");
            await using var clear = new NpgsqlCommand("TRUNCATE mt_streams CASCADE; TRUNCATE least_streams CASCADE", connection);
            await clear.ExecuteNonQueryAsync();
        }
        await Interleaved(source);
        var round = 0;
        var rebuild = new Comparison($"build a projection from {Events:N0} events", 0.45, 1, _ => least.Project(1000), _ => Build(source, $"weights_{round++}"));
        await Build(source, "weights_caught_up");
        var behind = await Scalar<long>(source, $"SELECT max(seq_id) - {Events / 4} FROM mt_events");
        var catchUp = new Comparison($"daemon: catch up on {Events / 4:N0} events", 0.43, 1, _ => least.Project(1000, behind), async _ =>
        {
            await Scalar<object?>(source, $"UPDATE mt_event_progression SET (last_seq_id, last_transaction_id) = (SELECT seq_id, transaction_id FROM mt_events WHERE seq_id = {behind}) WHERE name = 'weights_caught_up'");
            await Build(source, "weights_caught_up");
        });
        return [await rebuild.Measure(), await catchUp.Measure()];
    }

    private static async Task Build(NpgsqlDataSource source, string name)
    {
        var store = new Store(source, Subject.Options().Project(new Weights(name)), TimeProvider.System);
        await using var daemon = store.CreateDaemon();
        await daemon.StartAsync(None);
        if (!await daemon.WaitFor(await Scalar<long>(source, "SELECT max(seq_id) FROM mt_events"), TimeSpan.FromMinutes(1)))
        {
            throw new InvalidOperationException("The projection was not built.");
        }
    }

    /// <summary>The same events for both, of a thousand streams in turn.</summary>
    private static async Task Interleaved(NpgsqlDataSource source)
    {
        var ids = Enumerable.Range(0, 1000).Select(_ => Guid.CreateVersion7()).ToArray();
        var store = new Store(source, Subject.Options(), TimeProvider.System);
        for (var version = 0; version < Events / ids.Length; version++)
        {
            var session = store.OpenSession(Metadata);
            foreach (var id in ids)
            {
                session.Append<Obligation>(id, version, Subject.Next(version));
            }
            await session.SaveChanges(None);
        }
        await using var copy = source.CreateCommand("""
            INSERT INTO least_streams SELECT id, type, version FROM mt_streams;
            INSERT INTO least_events SELECT seq_id, stream_id, version, type, data, timestamp FROM mt_events;
            SELECT setval('least_sequence', (SELECT max(seq_id) FROM mt_events));
            ANALYZE
            """);
        await copy.ExecuteNonQueryAsync();
    }

    private static async Task<Guid> Stream(Store store, LeastSql least, int events)
    {
        var id = Guid.CreateVersion7();
        await least.StartWithSnapshot(id);
        await Start(store, id);
        for (var i = 1; i < events; i++)
        {
            await least.FetchAndAppend(id, i);
            await FetchAndAppend(store, id, i);
        }
        return id;
    }

    private static async Task<T> Scalar<T>(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    private static async Task Start(Store store, Guid id)
    {
        var session = store.OpenSession(Metadata);
        session.StartStream<Obligation>(id, new StreamScope(Subject.Contract, OrganisationId: null), Subject.First);
        await session.SaveChanges(None);
    }

    private static async Task FetchAndAppend(Store store, Guid id, int i)
    {
        var session = store.OpenSession(Metadata);
        (await session.FetchForWriting<Obligation>(id, None)).AppendMany([Subject.Next(i)]);
        await session.SaveChanges(None);
    }
}
