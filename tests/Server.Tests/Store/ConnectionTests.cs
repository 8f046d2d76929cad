using Npgsql;
using SecurityTracker.Server.Postgres;
using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests.Store;

public sealed class ConnectionTests(AccountDatabase database) : IClassFixture<AccountDatabase>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Stale_connections_in_the_pool_are_noticed_by_no_reader()
    {
        var id = await database.Open();
        await using var source = Source("stale", database.Database.ConnectionString);
        using var store = new EventStore(source, AccountDatabase.Nouns(), database.Clock);
        foreach (var read in (Func<Session, Task>[])
        [
            async session => (await session.Load<Account>(id, None)).ShouldNotBeNull(),
            async session => (await session.FetchStream(id)).ShouldNotBeEmpty(),
            async session => (await session.Query<Account>("WHERE d.id = $1", [new NpgsqlParameter<Guid> { TypedValue = id }], None)).ShouldNotBeEmpty(),
            async session => (await session.FetchForWriting<Account>(id, None)).Version.ShouldBe(1),
        ])
        {
            await Fill(source);
            await database.Sql("SELECT count(*) FROM (SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'stale') t");
            await read(store.OpenSession());
        }
    }

    [Fact]
    public async Task A_cancel_that_was_meant_for_another_is_noticed_by_no_reader()
    {
        await using var source = Source("cancelled", database.Database.ConnectionString);
        using var store = new EventStore(source, AccountDatabase.Nouns(), database.Clock);
        await using var holder = await database.Database.Source.OpenConnectionAsync(None);
        await using var holding = new NpgsqlCommand("SELECT pg_advisory_lock(4711)", holder);
        await holding.ExecuteNonQueryAsync(None);

        var reading = store.Read(new SqlQuery<bool>("SELECT pg_advisory_xact_lock_shared(4711)", [], (row, ct) => row.ReadAsync(ct)), None);
        await Wait.Until(() => database.Scalar<bool>(
            "SELECT coalesce(bool_or(pg_cancel_backend(pid)), false) FROM pg_stat_activity WHERE application_name = 'cancelled' AND wait_event = 'advisory'"), "the reader waits, and is cancelled");
        holding.CommandText = "SELECT pg_advisory_unlock(4711)";
        await holding.ExecuteNonQueryAsync(None);

        (await reading).ShouldBeTrue();
    }

    /// <summary>
    /// Wherever the wire is cut, what was to be written is there whole or not at all, and whoever wrote is told the truth: that it is
    /// written, or that nobody knows. Nothing is sent twice.
    /// </summary>
    [Fact]
    public async Task A_connection_cut_anywhere_leaves_all_or_nothing()
    {
        await database.Sql("CREATE TABLE beside (id uuid)");
        var builder = new NpgsqlConnectionStringBuilder(database.Database.ConnectionString);
        await using var proxy = new CuttingProxy(builder.Host!, builder.Port);
        (builder.Host, builder.Port) = ("127.0.0.1", proxy.Port);
        await using var source = Source("cut", builder.ConnectionString);
        using var store = new EventStore(source, AccountDatabase.Nouns(), database.Clock);
        var seen = new HashSet<(bool Answered, bool Written)>();
        for (var answers = 0; answers < 6; answers++)
        {
            var (first, second) = (await database.Open(store), await database.Open(store));
            var session = store.OpenSession();
            foreach (var stream in await session.FetchForWriting<Account>([first, second], None))
            {
                stream.AppendMany([new AmountEntered(1)]);
                session.QueueSql(new NpgsqlBatchCommand("INSERT INTO beside VALUES ($1)") { Parameters = { new NpgsqlParameter<Guid> { TypedValue = stream.Id } } });
            }

            proxy.CutAfter(answers);
            var thrown = await Record.ExceptionAsync(() => session.SaveChanges(None));
            proxy.LetPass();

            var versions = new[] { await Version(first), await Version(second), await Beside(first), await Beside(second) };
            versions.Distinct().ShouldHaveSingleItem($"after {answers} answers: {string.Join(", ", versions)}");
            versions[0].ShouldBeInRange(0, 1);
            if (thrown is not null)
            {
                DatabaseFaults.IsUnavailable(thrown).ShouldBeTrue(thrown.ToString());
            }

            seen.Add((thrown is null, versions[0] == 1));
        }

        seen.ShouldContain((false, false), "the wire was cut before the events were written");
        seen.ShouldContain((false, true), "the answer of COMMIT was lost");
        seen.ShouldContain((true, true));
        seen.ShouldNotContain((true, false));
        (await database.Wrong()).ShouldBeEmpty();
    }

    private async Task<long> Version(Guid id) => await database.Scalar<long>("SELECT version - 1 FROM mt_streams WHERE id = $1", id);

    private async Task<long> Beside(Guid id) => await database.Scalar<long>("SELECT count(*) FROM beside WHERE id = $1", id);

    private static NpgsqlDataSource Source(string name, string connectionString) =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = name }.ConnectionString);

    /// <summary>Leaves three idle connections in the pool.</summary>
    private static async Task Fill(NpgsqlDataSource source)
    {
        var connections = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => source.OpenConnectionAsync().AsTask()));
        foreach (var connection in connections)
        {
            await connection.DisposeAsync();
        }
    }
}
