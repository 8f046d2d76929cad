namespace SecurityTracker.Server.Access.SignIn;

/// <summary>Forgets sessions that have expired; they open nothing since then.</summary>
public sealed class ForgetExpired(Sessions sessions, TimeProvider time, ILogger<ForgetExpired> log) : EveryHour("Expired sessions", time, log)
{
    /// <inheritdoc/>
    protected override Task Forget(CancellationToken ct) => sessions.ForgetExpired(ct);
}
