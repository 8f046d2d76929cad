namespace SecurityTracker.Server.Idempotency;

/// <summary>Forgets kept answers once they are a day old.</summary>
public sealed class ForgetOldAnswers(KeptAnswers kept, TimeProvider time, ILogger<ForgetOldAnswers> log) : EveryHour("Old answers", time, log)
{
    /// <inheritdoc/>
    protected override Task Forget(CancellationToken ct) => kept.ForgetOld(ct);
}
