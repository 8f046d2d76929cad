using System.Diagnostics;
using Npgsql;
using SecurityTracker.EventStore;
using SecurityTracker.Testing;

namespace SecurityTracker.EventStoreTests;

public sealed class DaemonTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);
    private readonly AccountDatabase database = new();

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task A_reader_that_waits_for_its_own_write_sees_it()
    {
        var (store, daemon) = await Start(new Totals("totals"));
        await using var _ = daemon;
        var id = await database.Open(store);
        for (var i = 1; i <= 20; i++)
        {
            var sequence = await database.Enter(id, i, store);
            (await daemon.WaitFor(sequence, Long)).ShouldBeTrue();
            (await Sum("totals")).ShouldBe(i * (i + 1) / 2);
        }
    }

    [Fact]
    public async Task Waiting_ends_when_the_time_is_up_and_needs_no_time_without_projections()
    {
        var idle = WithProjections(new Totals("totals"));
        await using var daemon = idle.CreateDaemon();
        (await daemon.WaitFor(1, TimeSpan.FromMilliseconds(50))).ShouldBeFalse();
        await using var nothing = database.Store.CreateDaemon();
        (await nothing.WaitFor(1, TimeSpan.Zero)).ShouldBeTrue();
    }

    [Fact]
    public async Task Waiting_for_less_than_a_millisecond_ends()
    {
        await using var daemon = WithProjections(new Totals("totals")).CreateDaemon();
        for (var microseconds = 200; microseconds <= 6000; microseconds += 200)
        {
            (await daemon.WaitFor(1, TimeSpan.FromMicroseconds(microseconds)).WaitAsync(Long)).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task An_event_committed_late_is_not_skipped()
    {
        var (store, daemon) = await Start(new Totals("totals"));
        await using var _ = daemon;
        var first = await database.Enter(await database.Open(store), 1, store);
        (await daemon.WaitFor(first, Long)).ShouldBeTrue();

        await using var slow = await database.Source.OpenConnectionAsync();
        await using var transaction = await slow.BeginTransactionAsync();
        var late = await Append(slow, Guid.NewGuid());
        var early = await database.Enter(await database.Open(store), 2, store);
        early.ShouldBeGreaterThan(late);
        (await daemon.WaitFor(early, TimeSpan.FromMilliseconds(200))).ShouldBeFalse();

        await transaction.CommitAsync();

        (await daemon.WaitFor(early, Long)).ShouldBeTrue();
        (await daemon.WaitFor(late, Long)).ShouldBeTrue();
        await EachEventOnce("totals");
    }

    [Fact]
    public async Task Of_two_daemons_one_works_and_the_other_takes_over_when_it_stops()
    {
        var (_, one) = await Start(new Totals("totals"));
        var (_, two) = await Start(new Totals("totals"), awaitWork: false);
        await using var __ = one;
        await using var ___ = two;
        two.IsWorking.ShouldBeFalse();

        await one.StopAsync(None);

        await Wait.Until(() => two.IsWorking, "the other one takes over");
        one.IsWorking.ShouldBeFalse();
        var sequence = await database.Enter(await database.Open(), 1);
        (await one.WaitFor(sequence, Long)).ShouldBeTrue();
        await EachEventOnce("totals");
    }

    [Fact]
    public async Task A_daemon_whose_connection_is_cut_comes_back_and_counts_nothing_twice()
    {
        var (store, daemon) = await Start(new Totals("totals"));
        await using var _ = daemon;
        var writing = Task.Run(async () =>
        {
            var (id, last) = (await database.Open(store), 0L);
            for (var i = 0; i < 200; i++)
            {
                last = await database.Enter(id, 1, store);
            }
            return last;
        });
        for (var cut = 0; cut < 3; cut++)
        {
            await Wait.Until(async () => await Terminate("LISTEN mt_events%", "UPDATE mt_event_progression%", "COMMIT", "SELECT EXISTS%") > 0, "the daemon's connection is cut");
            await Wait.Until(() => daemon.IsWorking, "the daemon works again");
        }
        (await daemon.WaitFor(await writing, Long)).ShouldBeTrue();
        await EachEventOnce("totals");
    }

    [Fact]
    public async Task A_killed_process_leaves_its_work_to_another()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [typeof(Program).Assembly.Location, database.Database.ConnectionString, "totals"]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        (await process.StandardOutput.ReadLineAsync()).ShouldBe("working");
        var (store, daemon) = await Start(new Totals("totals"), awaitWork: false);
        await using var _ = daemon;
        var id = await database.Open(store);
        (await daemon.WaitFor(await database.Enter(id, 1, store), Long)).ShouldBeTrue();
        daemon.IsWorking.ShouldBeFalse();

        process.Kill();

        var killed = TimeProvider.System.GetTimestamp();
        (await daemon.WaitFor(await database.Enter(id, 2, store), Long)).ShouldBeTrue();
        TimeProvider.System.GetElapsedTime(killed).ShouldBeLessThan(TimeSpan.FromSeconds(5));
        daemon.IsWorking.ShouldBeTrue();
        await EachEventOnce("totals");
    }

    [Fact]
    public async Task A_new_projection_is_built_beside_the_old_one_while_events_come_in()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 30; i++)
        {
            ids.Add(await Bulk(100));
        }
        var (before, old) = await Start(new Totals("totals"));
        (await old.WaitFor(await database.Enter(ids[0], 1, before), Long)).ShouldBeTrue();
        (await old.Serving(["totals_2", "totals"], None)).ShouldBe("totals");
        await old.DisposeAsync();

        using var enough = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            var last = 0L;
            for (var i = 0; !enough.IsCancellationRequested; i++)
            {
                last = await database.Enter(ids[i % ids.Count], 1);
            }
            return last;
        });
        var (store, daemon) = await Start(new Totals("totals"), new Totals("totals_2"));
        await using var _ = daemon;
        await Wait.Until(async () => await daemon.Serving(["totals_2", "totals"], None) == "totals_2", "the new projection is built");
        await enough.CancelAsync();

        (await daemon.WaitFor(await writing, Long)).ShouldBeTrue();
        await EachEventOnce("totals");
        await EachEventOnce("totals_2");
    }

    [Fact]
    public async Task A_projection_that_fails_is_named_stands_still_and_does_not_hinder_the_others()
    {
        var broken = new Totals("broken") { Fails = e => e.Data is AmountEntered { Amount: 13 } };
        var store = WithProjections(broken, new Totals("totals"));
        var failures = new List<string?>();
        await using var daemon = store.CreateDaemon();
        daemon.OnFailure = (name, _) => failures.Add(name);
        await daemon.StartAsync(None);
        await Wait.Until(() => daemon.IsWorking, "the daemon works");
        var id = await database.Open(store);
        (await daemon.WaitFor(await database.Enter(id, 1, store), Long)).ShouldBeTrue();

        var sequence = await database.Enter(id, 13, store);
        await Wait.Until(() => failures.Contains("broken"), "the failure is reported");
        await Wait.Until(async () => await Sum("totals") == 14, "the other projection goes on");
        (await Sum("broken")).ShouldBe(1);
        failures.ShouldAllBe(name => name == "broken");

        broken.Fails = _ => false;
        (await daemon.WaitFor(sequence, Long)).ShouldBeTrue();
        await EachEventOnce("broken");
    }

    [Fact]
    public async Task A_database_restored_into_a_younger_server_goes_on()
    {
        var (store, daemon) = await Start(new Totals("totals"));
        var id = await database.Open(store);
        (await daemon.WaitFor(await database.Enter(id, 1, store), Long)).ShouldBeTrue();
        await daemon.DisposeAsync();
        await database.Sql("UPDATE mt_events SET transaction_id = '900000000000'");
        await database.Sql("UPDATE mt_event_progression SET last_transaction_id = '900000000000'");

        await store.Migrate(None);

        var (_, next) = await Start(new Totals("totals"));
        await using var _ = next;
        (await next.WaitFor(await database.Enter(id, 2, store), Long)).ShouldBeTrue();
        await EachEventOnce("totals");
    }

    private Store WithProjections(params AsyncProjection[] projections)
    {
        var options = AccountDatabase.Options();
        foreach (var projection in projections)
        {
            options.Project(projection);
        }
        return new Store(database.Source, options, database.Clock);
    }

    private Task<(Store Store, Daemon Daemon)> Start(params AsyncProjection[] projections) => Start(projections, awaitWork: true);

    private Task<(Store Store, Daemon Daemon)> Start(AsyncProjection projection, bool awaitWork) => Start([projection], awaitWork);

    private async Task<(Store Store, Daemon Daemon)> Start(AsyncProjection[] projections, bool awaitWork)
    {
        var store = WithProjections(projections);
        var daemon = store.CreateDaemon();
        await daemon.StartAsync(None);
        if (awaitWork)
        {
            await Wait.Until(() => daemon.IsWorking, "the daemon works");
        }
        return (store, daemon);
    }

    private Task<long> Sum(string table) => database.Scalar<long>($"SELECT coalesce(sum(amount), 0)::bigint FROM {table}");

    private async Task EachEventOnce(string table)
    {
        var seen = await database.Scalar<long[]>($"SELECT coalesce(array_agg(sequence ORDER BY sequence), '{{}}') FROM {table}");
        seen.ShouldBe(await database.Scalar<long[]>("SELECT array_agg(seq_id ORDER BY seq_id) FROM mt_events"));
    }

    private async Task<Guid> Bulk(int amounts)
    {
        var id = Guid.NewGuid();
        var session = database.Store.OpenSession();
        session.StartStream<Account>(id, StreamScope.None, [new AccountOpened("A"), .. Enumerable.Range(1, amounts).Select(i => new AmountEntered(i))]);
        await session.SaveChanges(None);
        return id;
    }

    private Task<long> Terminate(params string[] statements) => database.Scalar<long>(
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE ANY ($1)", [statements]);

    private static async Task<long> Append(NpgsqlConnection connection, Guid id)
    {
        await using var command = new NpgsqlCommand(
            "SELECT mt_append($1, 'account', 0, NULL, NULL, ARRAY[gen_random_uuid()], ARRAY['amount_entered'], ARRAY['{\"amount\": 5}'::jsonb], ARRAY[NULL::bytea], '{}', now(), NULL, NULL, NULL)", connection)
        {
            Parameters = { new() { Value = id } },
        };
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
