namespace SecurityTracker.Testing;

/// <summary>Waits for a condition, never for a time.</summary>
internal static class Wait
{
    /// <summary>
    /// How long something may take that comes at all: longer than on any machine that is slow or busy, so that only what never comes is
    /// said to be missing. It measures nothing.
    /// </summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    public static async Task Until(Func<Task<bool>> condition, string what)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        var began = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(Longest, what);
            await timer.WaitForNextTickAsync();
        }
    }

    public static Task Until(Func<bool> condition, string what) => Until(() => Task.FromResult(condition()), what);
}
