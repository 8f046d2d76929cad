using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Domain;
using SecurityTracker.Server.Jobs;
using SecurityTracker.Server.Postgres;
using SecurityTracker.Server.SignIn;
using RecurringJob = SecurityTracker.Server.Jobs.RecurringJob;

namespace SecurityTracker.ServerTests.Jobs;

/// <summary>Hangfire's tables come with <c>migrate</c>, and a server without them does not start.</summary>
public sealed class JobTablesTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    private JobDatabase Jobs => new(database.Source);

    public async Task InitializeAsync() => database = await TestDatabase.Create("server", TestServer.Migrate);

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Theory]
    [InlineData("DROP SCHEMA hangfire CASCADE")]
    [InlineData("UPDATE hangfire.schema SET version = version - 1")]
    public async Task A_start_without_them_is_refused_in_a_sentence(string before)
    {
        await JobTables.Require(Jobs, CancellationToken.None);
        await using var command = database.Source.CreateCommand(before);
        await command.ExecuteNonQueryAsync();

        (await Should.ThrowAsync<StartRefusedException>(() => JobTables.Require(Jobs, CancellationToken.None))).Message
            .ShouldBe("The tables of the jobs (schema hangfire) are missing or behind: run 'migrate' first.");
    }

    [Fact]
    public async Task Several_make_them_at_once()
    {
        await using (var command = database.Source.CreateCommand("DROP SCHEMA hangfire CASCADE"))
        {
            await command.ExecuteNonQueryAsync();
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => JobTables.Install(Jobs, CancellationToken.None))));

        await JobTables.Require(Jobs, CancellationToken.None);
    }
}

/// <summary>What recurs, as the classes that do it.</summary>
[Collection(Shared.Jobs)]
public sealed class RecurringJobsTests(JobServers server)
{
    [Fact]
    public async Task Each_may_run_twice_and_at_once()
    {
        foreach (var job in server.Services.GetServices<RecurringJob>().Where(job => job.Id is not (JobServers.Unplanned or JobServers.Yearly)))
        {
            await Task.WhenAll(Run(job.Job.Type), Run(job.Job.Type));
            await Run(job.Job.Type);
        }
    }

    [Fact]
    public async Task Sessions_are_forgotten_once_they_have_expired_by_the_clock_of_the_server()
    {
        await server.People.FreshKeyOf(TestPeople.IdOf(Role.AUDITOR), CancellationToken.None);
        var of = $"SELECT count(*) FROM sessions WHERE person_id = '{TestPeople.IdOf(Role.AUDITOR)}'";
        await Run(typeof(ForgetExpired));
        (await server.Count(of)).ShouldBeGreaterThan(0);

        server.Clock.Now += TimeSpan.FromDays(30);
        await Run(typeof(ForgetExpired));

        (await server.Count(of)).ShouldBe(0);
    }

    private async Task Run(Type job)
    {
        await using var scope = server.Services.CreateAsyncScope();
        await ((IRecurringJob)scope.ServiceProvider.GetRequiredService(job)).Run(CancellationToken.None);
    }
}
