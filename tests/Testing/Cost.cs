using System.Runtime.InteropServices;

namespace SecurityTracker.Testing;

/// <summary>What work costs in processor time of its own thread: other programs beside it, and other tests, do not count.</summary>
internal static class Cost
{
    private const int OfThisThread = 3;

    /// <summary>The processor time of work that stays on its thread.</summary>
    public static TimeSpan Of(Action work)
    {
        var before = Now();
        work();
        return Now() - before;
    }

    private static TimeSpan Now()
    {
        Read(OfThisThread, out var time).ShouldBe(0);
        return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000d);
    }

    [DllImport("libc", EntryPoint = "clock_gettime", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Read(int clock, out Instant time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Instant(long Seconds, long Nanoseconds);
}
