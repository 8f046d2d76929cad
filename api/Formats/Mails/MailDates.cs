using System.Globalization;

namespace SecurityTracker.Formats.Mails;

/// <summary>The dates of mails: <c>Fri, 20 Nov 2026 12:00:00 +0900 (JST)</c>.</summary>
internal static class MailDates
{
    private static readonly string[] Formats = ["d MMM yyyy H:mm:ss", "d MMM yyyy H:mm", "d MMM yy H:mm:ss"];

    /// <summary>Reads a date with its offset; null where it is none.</summary>
    public static DateTimeOffset? Read(string? header)
    {
        var text = (header ?? "").Split('(')[0];
        var words = text[(text.IndexOf(',', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 4 or > 5 || (words.Length == 5 ? OffsetOf(words[4]) : TimeSpan.Zero) is not { } offset)
        {
            return null;
        }

        return DateTime.TryParseExact(string.Join(' ', words[..4]), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && local.Year is > 1970 and < 3000
            ? new DateTimeOffset(local, offset)
            : null;
    }

    private static TimeSpan? OffsetOf(string zone) => zone.ToUpperInvariant() switch
    {
        "GMT" or "UT" or "UTC" or "Z" => TimeSpan.Zero,
        "JST" => TimeSpan.FromHours(9),
        [('+' or '-') and var sign, .. { Length: 4 } digits] when int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number / 100 < 14 && number % 100 < 60 =>
            TimeSpan.FromMinutes(((number / 100 * 60) + (number % 100)) * (sign == '-' ? -1 : 1)),
        _ => null,
    };
}
