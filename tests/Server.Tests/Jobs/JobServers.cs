using System.Collections.Concurrent;
using Hangfire;
using Hangfire.Common;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using SecurityTracker.Server.Jobs;
using RecurringJob = SecurityTracker.Server.Jobs.RecurringJob;

namespace SecurityTracker.ServerTests.Jobs;

/// <summary>What the tests let run: it writes down that it did, and nothing keeps it from doing so twice.</summary>
public sealed class Noted(NpgsqlDataSource database) : IRecurringJob, IQueuedJob
{
    /// <summary>The table.</summary>
    public const string Table = "CREATE TABLE IF NOT EXISTS noted_runs (id uuid NOT NULL)";

    /// <summary>How often the recurring one failed before it succeeded.</summary>
    public static ConcurrentDictionary<Guid, int> Failures { get; } = new();

    /// <inheritdoc/>
    public Task Run(CancellationToken ct) => Run(Guid.Empty, ct);

    /// <inheritdoc/>
    public async Task Run(Guid id, CancellationToken ct)
    {
        if (Failures.TryRemove(id, out _))
        {
            throw new InvalidOperationException("this run was to fail");
        }

        await using var command = database.CreateCommand("INSERT INTO noted_runs VALUES ($1)");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        await command.ExecuteNonQueryAsync(ct);
    }
}

/// <summary>A server that keeps its timetable, with a job more; and others beside it on its database.</summary>
public sealed class JobServers : TestServer
{
    /// <summary>A recurring job that is never due by itself.</summary>
    public const string Unplanned = "noted";

    /// <summary>A recurring job that is due once a year.</summary>
    public const string Yearly = "noted-yearly";

    private static readonly Job Run = Job.FromExpression<Noted>(job => job.Run(CancellationToken.None));

    /// <summary>What was logged.</summary>
    public KeptLog Log { get; } = new();

    /// <summary>Its wire to the database.</summary>
    public Frame.Wire Wire { get; } = new();

    /// <summary>Hangfire's storage.</summary>
    public JobStorage Storage => Services.GetRequiredService<JobStorage>();

    /// <inheritdoc/>
    protected override bool KeepsTimetable => true;

    /// <summary>A second server on the same database.</summary>
    internal WebApplicationFactory<Program> Another() => new WebApplicationFactory<Program>().WithWebHostBuilder(Set);

    /// <summary>Asks the database for a number.</summary>
    public async Task<long> Count(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Writes.</summary>
    public async Task Write(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <inheritdoc/>
    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Wire.Dispose();
    }

    /// <inheritdoc/>
    protected override void Configure(IWebHostBuilder host)
    {
        ArgumentNullException.ThrowIfNull(host);
        var direct = new NpgsqlConnectionStringBuilder(ConnectionString);
        if (Wire.Port == 0)
        {
            Wire.To(direct.Host!, direct.Port);
        }

        host.UseSetting("ConnectionStrings:Database", new NpgsqlConnectionStringBuilder(ConnectionString) { Host = "127.0.0.1", Port = Wire.Port }.ConnectionString);
    }

    /// <inheritdoc/>
    protected override void Change(IServiceCollection services) => services
        .AddSingleton<ILoggerProvider>(Log)
        .AddQueuedJob<Noted>("noted")
        .AddSingleton(new RecurringJob(Unplanned, Cron.Never(), Run))
        .AddSingleton(new RecurringJob(Yearly, Cron.Yearly(), Run));
}
