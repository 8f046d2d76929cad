namespace SecurityTracker.Domain;

/// <summary>When something is asked. Days of the program are days in Tokyo, instants are UTC.</summary>
/// <param name="Now">The instant.</param>
public record Moment(DateTimeOffset Now)
{
    private static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    /// <summary>The day in Tokyo.</summary>
    public DateOnly Today => DayOf(Now);

    /// <summary>The day in Tokyo of an instant: UTC+9 all year round.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Tokyo).DateTime);

    /// <summary>An instant to the minute, as what people write down is kept.</summary>
    public static DateTimeOffset ToMinute(DateTimeOffset instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMinute));
}
