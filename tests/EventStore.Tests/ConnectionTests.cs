using Npgsql;
using SecurityTracker.EventStore;
using SecurityTracker.Testing;

namespace SecurityTracker.EventStoreTests;

public sealed class ConnectionTests(AccountDatabase database) : IClassFixture<AccountDatabase>
{
    private static Reading<IReadOnlyList<Versioned<Account>>> Accounts(Store store, string condition, Guid id) =>
        store.OpenSession().Rows<Account>($"WHERE {condition}", [new NpgsqlParameter<Guid> { TypedValue = id }]);

    private static Reading<int> Amounts(Guid id) => new(
        "SELECT 1 FROM mt_events WHERE stream_id = $1 AND type = 'amount_entered'", [new NpgsqlParameter<Guid> { TypedValue = id }], async (row, ct) =>
        {
            var count = 0;
            while (await row.ReadAsync(ct))
            {
                count++;
            }
            return count;
        });

    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Stale_connections_in_the_pool_are_noticed_by_nobody()
    {
        var id = await database.Open();
        await using var source = Source("stale", database.Database.ConnectionString);
        var store = new Store(source, AccountDatabase.Options(), database.Clock);
        await Fill(source);

        await Terminate("stale");
        (await store.OpenSession().Load<Account>(id, None)).ShouldNotBeNull();

        await Fill(source);
        await Terminate("stale");
        var session = store.OpenSession();
        session.StartStream<Account>(Guid.NewGuid(), StreamScope.None, new AccountOpened("A"));
        (await session.SaveChanges(None)).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Readings_sent_together_are_repeated_together()
    {
        var id = await database.Open();
        await database.Enter(id, 1);
        await using var source = Source("together", database.Database.ConnectionString);
        var store = new Store(source, AccountDatabase.Options(), database.Clock);
        await Fill(source);
        await Terminate("together");

        var (account, none, amounts) = await store.Read(Accounts(store, "d.id = $1", id), Accounts(store, "false AND d.id = $1", id), Amounts(id), None);

        account.ShouldHaveSingleItem().ShouldSatisfyAllConditions(a => a.Version.ShouldBe(2), a => a.Value.Balance.ShouldBe(1));
        none.ShouldBeEmpty();
        amounts.ShouldBe(1);
    }

    [Fact]
    public async Task Readings_sent_together_fold_what_no_snapshot_of_this_release_holds()
    {
        var id = await database.Open();
        await database.Enter(id, 1);
        var next = new Store(database.Source, SnapshotTests.NextRelease(), database.Clock);

        var (account, same, amounts) = await next.Read(Accounts(next, "d.id = $1", id), Accounts(next, "d.id = $1", id), Amounts(id), None);

        account.ShouldHaveSingleItem().ShouldSatisfyAllConditions(a => a.Version.ShouldBe(2), a => a.Value.Balance.ShouldBe(100));
        same.ShouldBe(account);
        amounts.ShouldBe(1);
    }

    [Fact]
    public async Task An_append_that_is_killed_in_the_server_is_written_once()
    {
        var id = await database.Open();
        await using var source = Source("killed", database.Database.ConnectionString);
        var store = new Store(source, AccountDatabase.Options(), database.Clock);
        await using var blocker = await database.Source.OpenConnectionAsync();
        await using var transaction = await blocker.BeginTransactionAsync();
        await Execute(blocker, $"SELECT 1 FROM mt_streams WHERE id = '{id}' FOR UPDATE");

        var session = store.OpenSession();
        session.Append<Account>(id, 1, new AmountEntered(1));
        var saving = session.SaveChanges(None);
        await Wait.Until(async () => await Terminate("killed", "wait_event_type = 'Lock'") == 1, "the append waits for the lock, and is killed");
        await transaction.RollbackAsync();

        (await saving).ShouldBeGreaterThan(0);
        (await database.Store.OpenSession().Load<Account>(id, None))!.Value.ShouldBe(new Account("A", 1, 1));
        (await database.Store.OpenSession().FetchStream(id)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_append_whose_answer_was_lost_is_found_written()
    {
        var id = await database.Open();
        await using var proxy = Proxy(out var throughProxy);
        await using var source = Source("lost", throughProxy);
        var store = new Store(source, AccountDatabase.Options(), database.Clock);
        var session = store.OpenSession();
        var stream = await session.FetchForWriting<Account>(id, None);
        stream.AppendMany([new AmountEntered(1)]);
        proxy.CutNextAnswer(() => Wait.Until(async () => await database.Scalar<long>("SELECT version FROM mt_streams WHERE id = $1", id) == 2, "the append is committed"));

        var sequence = await session.SaveChanges(None);

        var events = await database.Store.OpenSession().FetchStream(id);
        events.Count.ShouldBe(2);
        events[1].Sequence.ShouldBe(sequence);
    }

    [Fact]
    public async Task A_write_that_nothing_identifies_is_not_sent_twice()
    {
        await database.Sql("CREATE TABLE counted (n integer); INSERT INTO counted VALUES (0)");
        await using var proxy = Proxy(out var throughProxy);
        await using var source = Source("unsafe", throughProxy);
        var store = new Store(source, AccountDatabase.Options(), database.Clock);
        (await store.OpenSession().Load<Account>(Guid.NewGuid(), None)).ShouldBeNull();
        var session = store.OpenSession();
        session.QueueSql(new NpgsqlBatchCommand("UPDATE counted SET n = n + 1"));
        proxy.CutNextAnswer(() => Wait.Until(async () => await database.Scalar<int>("SELECT n FROM counted") == 1, "the write is committed"));

        await Should.ThrowAsync<NpgsqlException>(() => session.SaveChanges(None));
        (await database.Scalar<int>("SELECT n FROM counted")).ShouldBe(1);
    }

    private CuttingProxy Proxy(out string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(database.Database.ConnectionString);
        var proxy = new CuttingProxy(builder.Host!, builder.Port);
        (builder.Host, builder.Port) = ("127.0.0.1", proxy.Port);
        connectionString = builder.ConnectionString;
        return proxy;
    }

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

    private Task<long> Terminate(string application, string condition = "true") => database.Scalar<long>(
        $"SELECT count(*) FROM (SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = $1 AND {condition}) t", application);

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
