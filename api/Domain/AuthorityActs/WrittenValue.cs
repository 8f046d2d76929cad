using System.Globalization;

namespace SecurityTracker.Domain.AuthorityActs;

/// <summary>Values as a 訂正 writes them: days as yyyy-MM-dd, instants in ISO 8601 to the minute in UTC.</summary>
internal static class WrittenValue
{
    public static string Of(DateTimeOffset instant) => instant.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm'Z'", CultureInfo.InvariantCulture);

    public static string? Of(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static DateTimeOffset? Instant(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? Moment.ToMinute(at)
            : null;

    /// <summary>A value of a field that is never empty: nothing else was ever written.</summary>
    public static string Kept(string? text) => text ?? throw new ArgumentNullException(nameof(text), "The field is never empty");

    /// <summary>A value of a field that is never empty, read.</summary>
    public static T Kept<T>(T? value)
        where T : struct => value ?? throw new ArgumentNullException(nameof(value), "The field is never empty");

    public static Channel? Channel(string? text) => Enum.TryParse<Channel>(text, out var channel) && channel.ToString() == text ? channel : null;
}
