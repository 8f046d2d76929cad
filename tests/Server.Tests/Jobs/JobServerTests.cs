using Hangfire;
using Hangfire.Client;
using Hangfire.Common;
using Hangfire.Server;
using Hangfire.Storage;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using SecurityTracker.Server.Jobs;

namespace SecurityTracker.ServerTests.Jobs;

/// <summary>The real Hangfire on the real PostgreSQL: what is asked for is done once, by one of several servers; and a database that goes away is waited for.</summary>
[Collection(Shared.Jobs)]
public sealed class JobServerTests(JobServers server) : IAsyncLifetime
{
    private static readonly string[] Known = ["forget-expired-sessions", "forget-kept-answers", "forget-mails", "forget-mails-counted", "forget-sign-in-failures", "keep-inbox", "open-report-drafts", "send-digests"];

    public Task InitializeAsync() => server.Write(Noted.Table);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_timetable_is_in_Tokyo_and_holds_what_this_release_knows()
    {
        await Wait.Until(() => Timetable().Select(job => job.Id).Order(StringComparer.Ordinal).SequenceEqual(Known.Concat([JobServers.Unplanned, JobServers.Yearly]).Order(StringComparer.Ordinal)), "the timetable");

        Timetable().ShouldAllBe(job => job.TimeZoneId == "Asia/Tokyo" && (job.NextExecution != null || job.Id == JobServers.Unplanned));
        Timetable().Where(job => Known.Contains(job.Id)).Select(job => job.Cron).ShouldBeUnique("all would begin in the same minute");
    }

    [Fact]
    public async Task A_server_that_was_disposed_is_stopped_without_harm()
    {
        await using var second = server.Another();
        second.StartServer();
        var jobs = second.Services.GetServices<IHostedService>().Single(hosted => hosted is JobServer);
        ((IDisposable)jobs).Dispose();

        await Should.NotThrowAsync(() => jobs.StopAsync(CancellationToken.None));
    }

    [Fact]
    public async Task What_another_release_left_in_the_timetable_is_struck_out()
    {
        await using var second = await Second();

        Timetable().ShouldAllBe(job => job.Id != "of-another-release");
    }

    [Fact]
    public async Task Of_two_servers_one_does_what_a_transaction_asked_for_and_none_what_was_rolled_back()
    {
        await using var second = server.Another();
        second.StartServer();
        var (outbox, kept, dropped) = (server.Services.GetRequiredService<Outbox>(), new List<Guid>(), new List<Guid>());
        foreach (var ids in Enumerable.Range(0, 60).Select(_ => Guid.CreateVersion7()).Chunk(3))
        {
            await using var connection = await server.Database.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            await using var batch = new NpgsqlBatch(connection, transaction);
            ids.ToList().ForEach(id => batch.BatchCommands.Add(outbox.Queueing<Noted>(id)));
            await batch.ExecuteNonQueryAsync();
            var rolledBack = (kept.Count + dropped.Count) % 4 == 3;
            (rolledBack ? dropped : kept).AddRange(ids);
            await (rolledBack ? transaction.RollbackAsync() : transaction.CommitAsync());
        }

        await Wait.Until(async () => await server.Count("SELECT count(*) FROM noted_runs WHERE id <> '00000000-0000-0000-0000-000000000000'") >= kept.Count, "what was asked for");

        dropped.ShouldNotBeEmpty();
        (await Runs()).ShouldBe(kept, ignoreOrder: true);
        (await server.Count("SELECT count(*) FROM outbox")).ShouldBe(0);
    }

    [Fact]
    public async Task Of_two_servers_one_does_what_is_due()
    {
        await using var second = await Second();
        SetNext(TimeSpan.FromDays(1));
        using var eager = LookingOften(server.Services);
        using var another = LookingOften(second.Services);
        await NothingLeft();
        var before = await Due();

        for (var times = 1; times <= 20; times++)
        {
            SetNext(TimeSpan.FromSeconds(-1));
            await Wait.Until(async () => await Due() >= before + times, "the run");
        }

        await NothingLeft();
        (await Due()).ShouldBe(before + 20);
    }

    [Fact]
    public async Task What_only_another_release_knows_stays_for_its_servers()
    {
        await server.Write("INSERT INTO outbox (job, subject_id, queued_at) VALUES ('of-a-later-release', gen_random_uuid(), now())");
        var id = Guid.CreateVersion7();
        await Queue(id);
        await Wait.Until(async () => (await Runs()).Contains(id), "the one that is known");

        (await server.Count("SELECT count(*) FROM outbox WHERE job = 'of-a-later-release'")).ShouldBe(1);
        await server.Write("DELETE FROM outbox");
    }

    [Fact]
    public async Task A_database_that_goes_away_is_said_once_waited_for_and_said_to_be_back()
    {
        var before = server.Log.Lines.Count();
        server.Wire.Cut();
        try
        {
            await Wait.Until(() => Said(before).Any(line => line.Contains("The jobs wait", StringComparison.Ordinal)), "that it is away");
        }
        finally
        {
            server.Wire.Mend();
            // The job itself writes on a connection of the requests, of which the first finds out that it is dead.
            server.Services.GetRequiredService<NpgsqlDataSource>().Clear();
        }

        var id = Guid.CreateVersion7();
        await Queue(id);

        await Wait.Until(async () => (await Runs()).Contains(id), "what was asked for meanwhile");

        Said(before).Count(line => line.Contains("The jobs wait", StringComparison.Ordinal)).ShouldBe(1);
        Said(before).Count(line => line.Contains("The jobs go on", StringComparison.Ordinal)).ShouldBe(1);
        Said(before).Where(line => line.Contains("Hangfire", StringComparison.OrdinalIgnoreCase) || line.Contains("Execution", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private List<string> Said(int since) => [.. server.Log.Lines.Skip(since)];

    // Hangfire's own hand on the timetable looks every fifteen seconds: too seldom for two to meet.
    private static BackgroundProcessingServer LookingOften(IServiceProvider services) => new(
        services.GetRequiredService<JobStorage>(),
        [new RecurringJobScheduler(new BackgroundJobFactory(services.GetRequiredService<IJobFilterProvider>()), TimeSpan.FromMilliseconds(20), new DefaultTimeZoneResolver())]);

    // By the clock of the machine, as Hangfire has it. A year's turn has passed since it ran.
    private void SetNext(TimeSpan fromNow)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        using var connection = server.Storage.GetConnection();
        using var held = connection.AcquireDistributedLock($"recurring-job:{JobServers.Yearly}", TimeSpan.FromMinutes(1));
        using var write = connection.CreateWriteTransaction();
        write.SetRangeInHash(
            $"recurring-job:{JobServers.Yearly}",
            [new("LastExecution", JobHelper.SerializeDateTime(now.AddYears(-2))), new("NextExecution", JobHelper.SerializeDateTime(now + fromNow))]);
        write.AddToSet("recurring-jobs", JobServers.Yearly, JobHelper.ToTimestamp(now + fromNow));
        write.Commit();
    }

    private Task NothingLeft() =>
        Wait.Until(() => server.Storage.GetMonitoringApi().GetStatistics() is { Enqueued: 0, Processing: 0 }, "that nothing is left to do");

    // A server that has written its timetable.
    private async Task<WebApplicationFactory<Program>> Second()
    {
        new RecurringJobManager(server.Storage).AddOrUpdate<Noted>("of-another-release", job => job.Run(CancellationToken.None), Cron.Yearly());
        var second = server.Another();
        second.StartServer();
        await Wait.Until(() => Timetable().TrueForAll(job => job.Id != "of-another-release"), "the timetable of the second");
        return second;
    }

    private Task<long> Due() => server.Count("SELECT count(*) FROM noted_runs WHERE id = '00000000-0000-0000-0000-000000000000'");

    private List<RecurringJobDto> Timetable()
    {
        using var connection = server.Storage.GetConnection();
        return connection.GetRecurringJobs();
    }

    private async Task Queue(Guid id)
    {
        await using var batch = server.Database.CreateBatch();
        batch.BatchCommands.Add(server.Services.GetRequiredService<Outbox>().Queueing<Noted>(id));
        await batch.ExecuteNonQueryAsync();
    }

    private async Task<List<Guid>> Runs()
    {
        await using var command = server.Database.CreateCommand("SELECT id FROM noted_runs WHERE id <> $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Guid.Empty });
        await using var row = await command.ExecuteReaderAsync();
        var found = new List<Guid>();
        while (await row.ReadAsync())
        {
            found.Add(row.GetGuid(0));
        }

        return found;
    }
}
