using System.Text.Json.Serialization;

namespace SecurityTracker.Domain.Access;

/// <summary>How often somebody is written to about what waits for them; never more than one mail a day.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReminderRhythm>))]
public enum ReminderRhythm
{
    /// <summary>On the business days on which there is something to tell.</summary>
    DAILY,

    /// <summary>On the first business day of a week, everything that waits.</summary>
    WEEKLY,

    /// <summary>On the first business day of a week, what is late alone.</summary>
    LATE_ONLY,

    /// <summary>Not at all.</summary>
    OFF,
}
