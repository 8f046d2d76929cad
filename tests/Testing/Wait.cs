namespace SecurityTracker.Testing;

/// <summary>Waits for a condition, never for a time.</summary>
internal static class Wait
{
    public static async Task Until(Func<Task<bool>> condition, string what, int seconds = 30)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        var began = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(seconds), what);
            await timer.WaitForNextTickAsync();
        }
    }

    public static Task Until(Func<bool> condition, string what) => Until(() => Task.FromResult(condition()), what);
}
