using System.Globalization;
using System.Text.RegularExpressions;

namespace SecurityTracker.Domain;

/// <summary>
/// Dates in the Japanese calendar as official documents print them: full-width digits, 元年 for the first year
/// (令和８年５月２０日). Eras from 昭和 on; the day an era begins belongs to the new era.
/// </summary>
public static partial class Wareki
{
    /// <summary>A form's date that is still to be written in.</summary>
    public const string Blank = "令和　　年　　月　　日";

    private static readonly (string Name, DateOnly From)[] Eras =
    [
        ("令和", new(2019, 5, 1)),
        ("平成", new(1989, 1, 8)),
        ("昭和", new(1926, 12, 25)),
    ];

    /// <summary>The date in print; dates before 昭和 are refused with <see cref="ArgumentOutOfRangeException"/>.</summary>
    public static string Format(DateOnly date)
    {
        foreach (var (name, from) in Eras)
        {
            if (date >= from)
            {
                var year = date.Year - from.Year + 1;
                return $"{name}{(year == 1 ? "元" : FullWidth(year))}年{FullWidth(date.Month)}月{FullWidth(date.Day)}日";
            }
        }

        throw new ArgumentOutOfRangeException(nameof(date), date, "Dates before 昭和 are not printed.");
    }

    /// <summary>The date in print, or the blank that the form itself carries.</summary>
    public static string FormatOrBlank(DateOnly? date) => date is { } known ? Format(known) : Blank;

    /// <summary>Reads a printed date in any digit width and spacing (令和 8年 5月20日, 令和元年５月１日); null when it is none or has blanks.</summary>
    public static DateOnly? Parse(string text)
    {
        var match = Printed().Match(SoundText.Normal(text));
        if (!match.Success)
        {
            return null;
        }

        var first = Array.Find(Eras, era => string.Equals(era.Name, match.Groups["era"].Value, StringComparison.Ordinal)).From.Year;
        var year = match.Groups["year"].Value is "元" ? 1 : Number("year");
        return first + year <= 9999 && year > 0
            && DateOnly.TryParseExact(
                string.Create(CultureInfo.InvariantCulture, $"{first + year - 1:D4}-{Number("month"):D2}-{Number("day"):D2}"),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date)
            ? date
            : null;

        int Number(string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>A number in the full-width digits of 公用文.</summary>
    public static string FullWidth(int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)(digit - '0' + '０')));

    [GeneratedRegex(@"(?<era>令和|平成|昭和)\s*(?<year>元|[0-9]{1,2})\s*年\s*(?<month>[0-9]{1,2})\s*月\s*(?<day>[0-9]{1,2})\s*日", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Printed();
}
