namespace SecurityTracker.Server;

/// <summary>What is tidied up every hour. What fails is tried again in the next, and never ends the server.</summary>
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
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(e, "{What} could not be forgotten; the next hour tries again", what);
            }
        }
    }
}
