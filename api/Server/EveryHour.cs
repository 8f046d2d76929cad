namespace SecurityTracker.Server;

/// <summary>What is tidied up every hour. A database that does not answer is left alone until the next.</summary>
/// <param name="what">What is forgotten, for the log.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
public abstract class EveryHour(string what, TimeProvider time, ILogger log) : BackgroundService
{
    /// <summary>Tidies up.</summary>
    protected abstract Task Forget(CancellationToken ct);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(TimeSpan.FromHours(1), time);
        while (await hourly.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Forget(stoppingToken);
            }
            catch (Npgsql.NpgsqlException e)
            {
                log.LogWarning(e, "{What} could not be forgotten; the next hour tries again", what);
            }
        }
    }
}
