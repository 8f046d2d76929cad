using SecurityTracker.Server.Jobs;

namespace SecurityTracker.Server.Idempotency;

/// <summary>Forgets kept answers once they are a day old.</summary>
internal sealed class ForgetOldAnswers(KeptAnswers kept) : IRecurringJob
{
    public Task Run(CancellationToken ct) => kept.ForgetOld(ct);
}
