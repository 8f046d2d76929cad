using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Common;
using Hangfire.Logging;
using Hangfire.Server;

namespace SecurityTracker.Server.Jobs;

/// <summary>Hangfire's server: it starts once the program listens, and ends with it, after what it is at.</summary>
internal sealed class JobServer(
    JobStorage storage, IJobFilterProvider filters, IServiceScopeFactory scopes, IEnumerable<IBackgroundProcess> processes, JobLog log, IHostApplicationLifetime lifetime) : IHostedService, IDisposable
{
    // The jobs of a server wait for others (a mail server, the database) and seldom for the processor.
    private const int Workers = 6;

    private BackgroundJobServer? server;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(Start);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            server?.SendStop();
            await (server?.WaitForShutdownAsync(cancellationToken) ?? Task.CompletedTask);
        }
        catch (ObjectDisposedException)
        {
            // A host may be disposed while it is being stopped; disposing has waited for the jobs as well.
        }
    }

    public void Dispose() => server?.Dispose();

    // Hangfire's own registration keeps storage and log of the process in static fields: here each server has its own.
    private void Start()
    {
        LogProvider.SetCurrentLogProvider(log);
        var options = new BackgroundJobServerOptions { WorkerCount = Workers, Activator = new AspNetCoreJobActivator(scopes), FilterProvider = filters };
        server = new BackgroundJobServer(options, storage, processes);
    }
}
