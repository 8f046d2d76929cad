using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace SecurityTracker.Formats.Documents;

/// <summary>
/// Days in a workbook. Excel keeps a day as a number and shows it as one by the cell's format alone (ECMA-376 §18.8.30): which
/// formats are days is said here, and which day a number is in the workbook's system, 1900 or 1904.
/// </summary>
internal sealed partial class XlsxDates
{
    // The last is the fifth of the Japanese built-in dates; 18 to 21 and 45 to 47 are times of a day.
    private static readonly HashSet<int> BuiltIn = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58];

    // Excel takes no longer one.
    private const int LongestCode = 255;

    private readonly List<bool> styles = [];
    private readonly bool from1904;

    private XlsxDates(bool from1904) => this.from1904 = from1904;

    /// <summary>Reads which of a workbook's styles show days.</summary>
    /// <param name="part">Its styles, or null.</param>
    /// <param name="from1904">The workbook counts from 1904 on.</param>
    public static XlsxDates Of(XmlReader? part, bool from1904)
    {
        var dates = new XlsxDates(from1904);
        if (part is null)
        {
            return dates;
        }

        var formats = new Dictionary<int, bool>();
        var inCells = false;
        while (part.Read())
        {
            if (!part.IsSheet())
            {
                continue;
            }

            switch (part.LocalName)
            {
                case "cellXfs":
                    inCells = part.NodeType == XmlNodeType.Element && !part.IsEmptyElement;
                    break;
                case "numFmt" when part.NodeType == XmlNodeType.Element && Number(part.GetAttribute("numFmtId")) is { } id:
                    formats[id] = IsDay(part.GetAttribute("formatCode") ?? "");
                    break;
                case "xf" when inCells && part.NodeType == XmlNodeType.Element:
                    var format = Number(part.GetAttribute("numFmtId")) ?? 0;
                    dates.styles.Add(formats.TryGetValue(format, out var own) ? own : BuiltIn.Contains(format));
                    break;
            }
        }

        return dates;
    }

    /// <summary>The day that a numeric cell shows, as 2026年5月9日; null when it shows none.</summary>
    /// <param name="style">The cell's style, or null.</param>
    public string? Show(string? style, string value)
    {
        if (Number(style) is not { } at || at < 0 || at >= styles.Count || !styles[at]
            || !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) || !(serial is >= 1 and < 2_958_466))
        {
            return null;
        }

        var day = (int)serial;
        return from1904 ? Say(new DateOnly(1904, 1, 1).AddDays(day))
            : day == 60 ? null // 1900-02-29, which Lotus had and no calendar
            : Say(new DateOnly(1899, 12, 30).AddDays(day < 60 ? day + 1 : day));
    }

    /// <summary>The day of a cell that keeps it as ISO 8601 (t="d"), or the value as it is.</summary>
    public static string OfIso(string value) =>
        DateOnly.TryParseExact(value.Length >= 10 ? value[..10] : value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Say(day) : value;

    private static string Say(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Year, day or era, or a month that is no minute; quoted words, escapes, colours and languages say nothing.
    private static bool IsDay(string code)
    {
        var signs = Silent().Replace(code[..Math.Min(code.Length, LongestCode)].Split(';')[0], "").ToUpperInvariant();
        return signs.AsSpan().ContainsAny("YDEG") || (signs.Contains('M', StringComparison.Ordinal) && !signs.AsSpan().ContainsAny("HS"));
    }

    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|[_*].|General|標準|E[+-]", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Silent();
}
