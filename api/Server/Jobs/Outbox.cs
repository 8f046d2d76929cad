using Hangfire.Common;
using Npgsql;

namespace SecurityTracker.Server.Jobs;

/// <summary>What is done because of an act, once the act is saved. It takes the id of what it is about, and may run twice: its effect is one.</summary>
internal interface IQueuedJob
{
    /// <summary>One run.</summary>
    Task Run(Guid id, CancellationToken ct);
}

/// <summary>A job that an act can ask for.</summary>
/// <param name="Name">Kebab-case, and for ever: it stands in the outbox of a database that the next release meets.</param>
/// <param name="Type">The class.</param>
/// <param name="For">The call, for an id.</param>
internal sealed record QueuedJob(string Name, Type Type, Func<Guid, Job> For);

/// <summary>Registration by the noun whose job it is.</summary>
internal static class QueuedJobRegistration
{
    /// <summary>Makes a job known under a name.</summary>
    public static IServiceCollection AddQueuedJob<TJob>(this IServiceCollection services, string name)
        where TJob : class, IQueuedJob
        => services.AddTransient<TJob>().AddSingleton(new QueuedJob(name, typeof(TJob), id => Job.FromExpression<TJob>(job => job.Run(id, CancellationToken.None))));
}

/// <summary>
/// Asks for a job in the transaction of what it is about: it runs if that is saved, and only then. Hangfire itself writes on a connection of
/// its own; so the wish is a row, which the relay hands over as soon as it is there.
/// </summary>
internal sealed class Outbox
{
    private readonly Dictionary<Type, string> names;
    private readonly TimeProvider time;

    internal Outbox(IEnumerable<QueuedJob> jobs, TimeProvider time) => (names, this.time) = (jobs.ToDictionary(job => job.Type, job => job.Name), time);

    /// <summary>The statement that asks for a job.</summary>
    public NpgsqlBatchCommand Queueing<TJob>(Guid id)
        where TJob : IQueuedJob
        => new("INSERT INTO outbox (job, subject_id, queued_at) VALUES ($1, $2, $3)")
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = names[typeof(TJob)] },
                new NpgsqlParameter<Guid> { TypedValue = id },
                new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime },
            },
        };
}
