using Hangfire.Common;

namespace SecurityTracker.Server.Jobs;

/// <summary>What is done again and again. A run may be repeated, or come twice at once: its effect is the same.</summary>
internal interface IRecurringJob
{
    /// <summary>One run.</summary>
    Task Run(CancellationToken ct);
}

/// <summary>A job in the timetable.</summary>
/// <param name="Id">Kebab-case; what an administrator sees.</param>
/// <param name="Cron">When, in Tokyo.</param>
/// <param name="Job">What.</param>
internal sealed record RecurringJob(string Id, string Cron, Job Job);

/// <summary>Registration by the noun whose job it is.</summary>
internal static class RecurringJobRegistration
{
    /// <summary>Runs a job every hour, at a minute of its own so that not all begin at once. A run that was missed is made up for once.</summary>
    public static IServiceCollection RunEveryHour<TJob>(this IServiceCollection services, string id, int minute)
        where TJob : class, IRecurringJob
        => services.RunAt<TJob>(id, Hangfire.Cron.Hourly(minute));

    /// <summary>Runs a job every ten minutes.</summary>
    public static IServiceCollection RunEveryTenMinutes<TJob>(this IServiceCollection services, string id)
        where TJob : class, IRecurringJob
        => services.RunAt<TJob>(id, "*/10 * * * *");

    /// <summary>Runs a job once a day, before people begin to work: at this minute after six in Tokyo.</summary>
    public static IServiceCollection RunEveryMorning<TJob>(this IServiceCollection services, string id, int minute)
        where TJob : class, IRecurringJob
        => services.RunAt<TJob>(id, Hangfire.Cron.Daily(6, minute));

    /// <summary>Runs a job once a day, when people begin to work: at this minute after eight in Tokyo.</summary>
    public static IServiceCollection RunBeforeWork<TJob>(this IServiceCollection services, string id, int minute)
        where TJob : class, IRecurringJob
        => services.RunAt<TJob>(id, Hangfire.Cron.Daily(8, minute));

    private static IServiceCollection RunAt<TJob>(this IServiceCollection services, string id, string cron)
        where TJob : class, IRecurringJob
        => services.AddTransient<TJob>().AddSingleton(new RecurringJob(id, cron, Job.FromExpression<TJob>(job => job.Run(CancellationToken.None))));
}
