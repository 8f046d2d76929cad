using SecurityTracker.Domain;

namespace SecurityTracker.Server.Http;

/// <summary>Days of the program are days in Tokyo (UTC+9 all year round); instants are UTC.</summary>
internal static class Tokyo
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(9);
    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private static readonly DateOnly Latest = new(9000, 1, 1);

    /// <summary>The day it is now.</summary>
    public static DateOnly Today(TimeProvider time) =>
        Moment.DayOf(time.GetUtcNow());

    /// <summary>An instant by the clocks of Tokyo.</summary>
    public static DateTimeOffset Time(DateTimeOffset at) => at.ToOffset(Offset);

    /// <summary>The last microsecond of a day, the unit in which instants are kept.</summary>
    public static DateTimeOffset EndOf(DateOnly day)
    {
        var clamped = day < Earliest ? Earliest : day > Latest ? Latest : day;
        return new DateTimeOffset(clamped.AddDays(1).ToDateTime(TimeOnly.MinValue), Offset).AddTicks(-TimeSpan.TicksPerMicrosecond).ToUniversalTime();
    }
}
