namespace SecurityTracker.ServerTests;

/// <summary>A clock that stands still until it is moved. Timers run as they always do.</summary>
public sealed class TestClock : TimeProvider
{
    /// <summary>The instant; noon in Tokyo on a working day, to begin with.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 11, 20, 3, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now;
}
