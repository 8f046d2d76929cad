using System.Text.Json.Nodes;
using Npgsql;
using SecurityTracker.Server.Store;
using SecurityTracker.Testing;

namespace SecurityTracker.Benchmarks;

/// <summary>The store beside raw Npgsql that does the least SQL, and beside Marten with nothing of ours around it.</summary>
internal static class StoreFigures
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly SessionMetadata Metadata = new(
        new JsonObject { ["actor"] = new JsonObject { ["kind"] = "PERSON", ["personId"] = Guid.CreateVersion7().ToString(), ["role"] = "CONTRACTOR_OFFICER" } },
        "0af7651916cd43dd8448eb211c80319c", CausationId: null, "0192f0c4-7a00-7000-8000-000000000001");

    public static async Task<IReadOnlyList<Figure>> Measure()
    {
        await using var database = await TestDatabase.Create("figures", async source =>
        {
            using var empty = new EventStore(source, Subject.Nouns(), TimeProvider.System);
            await empty.Migrate(None);
        });
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.ConnectionString) { MaxAutoPrepare = 64, AutoPrepareMinUsages = 2 });
        await using (var tables = source.CreateCommand(LeastSql.Tables))
        {
            await tables.ExecuteNonQueryAsync();
        }
        using var store = new EventStore(source, Subject.Nouns(), TimeProvider.System);
        var least = new LeastSql(source, Subject.Nouns().Json);
        var figures = new List<Figure>();
        using var bare = new BareMarten(source);
        await bare.Prepare();
        foreach (var comparison in (Comparison[])[.. await Comparisons(store, least), .. await BesideMarten(store, bare)])
        {
            figures.Add(await comparison.Measure());
            Console.Error.WriteLine($"{comparison.Name}: {figures[^1].Ratio:F2}");
        }
        return figures;
    }

    private static async Task<IReadOnlyList<Comparison>> Comparisons(EventStore store, LeastSql least)
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
            new("fetch for writing, append, snapshot", 0.46, 1000, i => least.FetchAndAppend(ids[i % ids.Length], i), i => FetchAndAppend(store, ids[i % ids.Length], i)),
            new("load a snapshot", 0.93, 3000, i => least.Load(ids[i % ids.Length]), i => store.OpenSession().Load<Obligation>(ids[i % ids.Length], None)),
            new("aggregate 20 events", 0.50, 1500, _ => least.Aggregate(twenty), _ => store.OpenSession().AggregateStream<Obligation>(twenty, DateTimeOffset.MaxValue, None)),
            new("aggregate 200 events", 0.31, 500, _ => least.Aggregate(twoHundred), _ => store.OpenSession().AggregateStream<Obligation>(twoHundred, DateTimeOffset.MaxValue, None)),
        ];
    }

    private static async Task<IReadOnlyList<Comparison>> BesideMarten(EventStore store, BareMarten bare)
    {
        var ids = Enumerable.Range(0, 100).Select(_ => Guid.CreateVersion7()).ToArray();
        foreach (var id in ids)
        {
            await bare.Start(id, Metadata);
            await Start(store, id);
        }
        return
        [
            new("beside Marten: start a stream", 0.9, 1000, _ => bare.Start(Guid.CreateVersion7(), Metadata), _ => Start(store, Guid.CreateVersion7())),
            new("beside Marten: fetch for writing, append", 0.9, 1000, i => bare.FetchAndAppend(ids[i % ids.Length], i, Metadata), i => FetchAndAppend(store, ids[i % ids.Length], i)),
            new("beside Marten: load a snapshot", 0.9, 3000, i => bare.Load(ids[i % ids.Length]), i => store.OpenSession().Load<Obligation>(ids[i % ids.Length], None)),
            new("beside Marten: aggregate a stream", 0.9, 1500, i => bare.Aggregate(ids[i % ids.Length]), i => store.OpenSession().AggregateStream<Obligation>(ids[i % ids.Length], DateTimeOffset.MaxValue, None)),
        ];
    }

    private static async Task<Guid> Stream(EventStore store, LeastSql least, int events)
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

    private static async Task Start(EventStore store, Guid id)
    {
        var session = store.OpenSession(Metadata);
        session.StartStream<Obligation>(id, new StreamScope(Subject.Contract, OrganisationId: null), Subject.First);
        await session.SaveChanges(None);
    }

    private static async Task FetchAndAppend(EventStore store, Guid id, int i)
    {
        var session = store.OpenSession(Metadata);
        (await session.FetchForWriting<Obligation>(id, None)).AppendMany([Subject.Next(i)]);
        await session.SaveChanges(None);
    }
}
