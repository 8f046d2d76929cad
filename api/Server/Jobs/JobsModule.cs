using Hangfire;
using Hangfire.Common;
using Hangfire.Server;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Jobs;

/// <summary>What runs by itself: jobs that recur, and jobs that an act has asked for.</summary>
internal sealed class JobsModule : IModule
{
    public void AddServices(IServiceCollection services) => services
        .AddSingleton<JobStorage>(provider => JobTables.Storage(new PooledConnections(provider.GetRequiredService<JobDatabase>().Source)))
        .AddSingleton<IJobFilterProvider>(JobFilters.All)
        .AddSingleton<IBackgroundProcess, Timetable>()
        .AddSingleton<IBackgroundProcess, OutboxRelay>()
        .AddSingleton(provider => new Outbox(provider.GetServices<QueuedJob>(), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<JobLog>()
        .AddHostedService<JobServer>();

    public void Register(Nouns store) => store.Migrate("jobs", typeof(JobsModule).Assembly, "Jobs/");

    public Task Prepare(IServiceProvider services, CancellationToken ct) => JobTables.Install(services.GetRequiredService<JobDatabase>(), ct);
}
