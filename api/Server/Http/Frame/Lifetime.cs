namespace SecurityTracker.Server.Http;

/// <summary>When the program stands.</summary>
internal static class Lifetime
{
    /// <summary>Waits until the program listens.</summary>
    public static async Task Started(this IHostApplicationLifetime lifetime, CancellationToken ct)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(ct);
    }
}
