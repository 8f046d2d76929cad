using System.Globalization;

namespace SecurityTracker.ServerTests;

/// <summary>Days and instants as one writes them down.</summary>
internal static class Times
{
    /// <summary>A day, <c>yyyy-MM-dd</c>.</summary>
    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An instant with its offset.</summary>
    public static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
