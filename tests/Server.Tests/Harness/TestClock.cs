using System.Globalization;

namespace SecurityTracker.ServerTests;

/// <summary>A clock that stands still until it is moved. Timers run as they always do.</summary>
public sealed class TestClock : TimeProvider
{
    /// <summary>The instant; noon in Tokyo on a working day, to begin with.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 11, 20, 3, 0, 0, TimeSpan.Zero);

    /// <summary>Does something at nine in the morning of a day in Tokyo (yyyy-MM-dd), after which it is again as late as before.</summary>
    public async Task On(string day, Func<Task> act)
    {
        var before = Now;
        Now = DateTimeOffset.Parse($"{day}T00:00:00Z", CultureInfo.InvariantCulture);
        try
        {
            await act();
        }
        finally
        {
            Now = before;
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now;
}
