using System.Globalization;
using System.Text.RegularExpressions;

namespace SecurityTracker.Domain;

/// <summary>
/// Days as people write them in forms and tables: 令和８年５月９日, R8.5.9, 2026年5月9日, 2026/5/9, 2026-05-09, in any width, with a day of
/// the week behind or without.
/// </summary>
public static partial class PrintedDate
{
    /// <summary>The first day in a text; null when none stands in it.</summary>
    public static DateOnly? Parse(string text) => DayOf(Day().Match(Narrow(text)));

    /// <summary>The text is a day and nothing else but its name (日付) and the day of the week.</summary>
    public static bool IsOne(string text) => Only().Match(Narrow(text)) is { Success: true } match && DayOf(match) is not null;

    private static string Narrow(string text) => string.Concat(SoundText.Normal(text).Where(c => !char.IsWhiteSpace(c)));

    private static DateOnly? DayOf(Match match)
    {
        if (!match.Success)
        {
            return null;
        }

        var year = match.Groups["year"].Value is "元" ? 1 : Number("year");
        var first = match.Groups["era"].Value.ToUpperInvariant() switch
        {
            "令和" or "R" => 2018,
            "平成" or "H" => 1988,
            "昭和" or "S" => 1925,
            _ => 0,
        };
        return (first == 0 ? year is >= 1900 and <= 9999 : year is >= 1 and < 100)
            && DateOnly.TryParseExact(
                string.Create(CultureInfo.InvariantCulture, $"{first + year:D4}-{Number("month"):D2}-{Number("day"):D2}"),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day)
            ? day
            : null;

        int Number(string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    private const string Pattern = @"((?<era>令和|平成|昭和|(?<![A-Za-z])[RHSrhs])(?<year>元|[0-9]{1,2})|(?<![0-9])(?<year>[0-9]{4}))(年|[./-])(?<month>[0-9]{1,2})(月|[./-])(?<day>[0-9]{1,2})(?![0-9])日?";

    [GeneratedRegex(Pattern, RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Day();

    [GeneratedRegex("^((報告|提出|作成)?(日付?|年月日):?)?" + Pattern + @"(\(?[日月火水木金土](曜日?)?(・?祝)?\)?)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Only();
}
