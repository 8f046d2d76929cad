using Hangfire.Logging;
using SecurityTracker.Server.Postgres;
using HangfireLevel = Hangfire.Logging.LogLevel;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace SecurityTracker.Server.Jobs;

/// <summary>
/// What Hangfire has to say, in the program's log. Each of its threads complains by itself when the database is away, and again and again:
/// that is said once, and once when it is back.
/// </summary>
internal sealed class JobLog(ILogger<JobLog> log) : ILogProvider, ILog
{
    private int away;

    /// <summary>The database does not answer.</summary>
    public void DatabaseIsAway(Exception fault)
    {
        if (Interlocked.Exchange(ref away, 1) == 0)
        {
            log.LogWarning("The jobs wait: the database does not answer ({Reason})", fault.GetType().Name);
        }
    }

    /// <summary>The database answers.</summary>
    public void DatabaseIsBack()
    {
        if (Interlocked.Exchange(ref away, 0) == 1)
        {
            log.LogWarning("The jobs go on: the database answers again");
        }
    }

    ILog ILogProvider.GetLogger(string name) => this;

    bool ILog.Log(HangfireLevel logLevel, Func<string>? messageFunc, Exception? exception)
    {
        var level = LevelOf(logLevel);
        if (messageFunc is null)
        {
            return log.IsEnabled(level);
        }

        if (exception is not null && DatabaseFaults.IsUnavailable(exception))
        {
            DatabaseIsAway(exception);
        }
        else if (log.IsEnabled(level))
        {
            log.Log(level, exception, "{Message}", messageFunc());
        }

        return true;
    }

    private static LogLevel LevelOf(HangfireLevel level) => level switch
    {
        HangfireLevel.Trace => LogLevel.Trace,
        HangfireLevel.Debug or HangfireLevel.Info => LogLevel.Debug,
        HangfireLevel.Warn => LogLevel.Warning,
        _ => LogLevel.Error,
    };
}
