namespace SecurityTracker.Server.Idempotency;

/// <summary>Forgets kept answers once they are a day old, every hour.</summary>
public sealed class ForgetOldAnswers(KeptAnswers kept, TimeProvider time, ILogger<ForgetOldAnswers> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(TimeSpan.FromHours(1), time);
        while (await hourly.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await kept.ForgetOld(stoppingToken);
            }
            catch (Npgsql.NpgsqlException e)
            {
                log.LogWarning(e, "Old answers could not be forgotten; the next hour tries again");
            }
        }
    }
}
