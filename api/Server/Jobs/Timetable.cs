using Hangfire;
using Hangfire.Common;
using Hangfire.Server;
using Hangfire.Storage;

namespace SecurityTracker.Server.Jobs;

/// <summary>Writes the timetable when a server starts, and strikes out what this release does not know. Hangfire tries again where it fails.</summary>
internal sealed class Timetable(IEnumerable<RecurringJob> jobs, IJobFilterProvider filters, TimeProvider time) : IBackgroundProcess
{
    private static readonly TimeZoneInfo InTokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");

    /// <summary>Hangfire's hand on the timetable, by the program's clock.</summary>
    public static RecurringJobManager ManagerOf(JobStorage storage, IJobFilterProvider filters, TimeProvider time) =>
        new(storage, filters, new DefaultTimeZoneResolver(), () => time.GetUtcNow().UtcDateTime);

    public void Execute(BackgroundProcessContext context)
    {
        var manager = ManagerOf(context.Storage, filters, time);
        foreach (var job in jobs)
        {
            manager.AddOrUpdate(job.Id, job.Job, job.Cron, new RecurringJobOptions { TimeZone = InTokyo });
        }

        using (var connection = context.Storage.GetConnection())
        {
            foreach (var unknown in connection.GetRecurringJobs().Select(job => job.Id).Except(jobs.Select(job => job.Id)))
            {
                manager.RemoveIfExists(unknown);
            }
        }

        context.StoppingToken.WaitHandle.WaitOne();
    }
}
