namespace SecurityTracker.Server.Access.SignIn;

/// <summary>Forgets sessions that have expired, every hour; they open nothing since then.</summary>
public sealed class ForgetExpired(Sessions sessions, TimeProvider time, ILogger<ForgetExpired> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(TimeSpan.FromHours(1), time);
        while (await hourly.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await sessions.ForgetExpired(stoppingToken);
            }
            catch (Npgsql.NpgsqlException e)
            {
                log.LogWarning(e, "Expired sessions could not be forgotten; the next hour tries again");
            }
        }
    }
}
