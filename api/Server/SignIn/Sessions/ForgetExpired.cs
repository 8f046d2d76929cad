using SecurityTracker.Server.Jobs;

namespace SecurityTracker.Server.SignIn;

/// <summary>Forgets sessions that have expired.</summary>
internal sealed class ForgetExpired(Sessions sessions) : IRecurringJob
{
    public Task Run(CancellationToken ct) => sessions.ForgetExpired(ct);
}
