using System.Threading.RateLimiting;

namespace SecurityTracker.Server.Audit;

/// <summary>Of what is refused to nobody in particular only so much a minute is noted, by each server: nobody fills the audit from outside.</summary>
internal sealed class RefusalsOfStrangers : IDisposable
{
    private const int PerMinute = 120;

    private readonly FixedWindowRateLimiter limiter = new(new() { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });

    /// <summary>Whether one more is noted.</summary>
    public bool AreNoted()
    {
        using var lease = limiter.AttemptAcquire();
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
