using System.Globalization;
using System.Text;

namespace SecurityTracker.Domain.Deadlines;

/// <summary>国民の祝日・休日 as the state announced them.</summary>
/// <param name="Days">All of them in the order of the calendar; none is provisional.</param>
/// <param name="AnnouncedThrough">The last year of which all are here.</param>
public sealed record AnnouncedHolidays(IReadOnlyList<Holiday> Days, int AnnouncedThrough);

/// <summary>The list of holidays, or why the file is not one.</summary>
public sealed record HolidayReading(AnnouncedHolidays? Holidays, Refusal? Refusal);

/// <summary>
/// Reads the CSV of the Cabinet Office (内閣府「国民の祝日について」, syukujitsu.csv): Shift_JIS (code page 932), two columns, days as
/// <c>2026/1/1</c>, 振替休日 and 国民の休日 simply 「休日」. A file that was cut off is refused: each of its years has its first and its last
/// holiday.
/// </summary>
public static class HolidayCsv
{
    /// <summary>The first line.</summary>
    public const string Header = "国民の祝日・休日月日,国民の祝日・休日名称";

    /// <summary>The longest file; the Cabinet Office's has about 20 KB.</summary>
    public const int MostBytes = 1_000_000;

    private const int LongestName = 40;
    private static readonly (int Month, int Day) NewYear = (1, 1);
    private static readonly (int Month, int Day) LabourThanksgiving = (11, 23);

    private static readonly Encoding ShiftJis =
        CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The holidays of a file, or the first thing in it that is not as it should be, with its line.</summary>
    public static HolidayReading Read(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Length > MostBytes ? Refused(HolidayCsvRefusals.TooLarge)
            : Text(file) is not { } text ? Refused(HolidayCsvRefusals.NotShiftJis)
            : Read(text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));
    }

    private static HolidayReading Read(string[] lines)
    {
        if (lines[0] != Header)
        {
            return Refused(HolidayCsvRefusals.HeaderUnknown);
        }

        var days = new List<Holiday>();
        for (var line = 2; line <= lines.Length; line++)
        {
            if (Day(lines[line - 1]) is not { } day)
            {
                return Refused(HolidayCsvRefusals.LineUnreadable(line));
            }

            if (NotNext(days, day, line) is { } refusal)
            {
                return Refused(refusal);
            }

            days.Add(day);
        }

        return days.Count == 0 ? Refused(HolidayCsvRefusals.Empty)
            : Ends(days[^1]) ? new(new(days, days[^1].Date.Year), Refusal: null)
            : Refused(HolidayCsvRefusals.YearIncomplete(days[^1].Date.Year, lines.Length));
    }

    // The days ascend, and a year begins where the year before is whole.
    private static Refusal? NotNext(List<Holiday> before, Holiday day, int line) => before switch
    {
        [] => Begins(day) ? null : HolidayCsvRefusals.YearIncomplete(day.Date.Year, line),
        [.., var last] when day.Date <= last.Date => HolidayCsvRefusals.OutOfOrder(line),
        [.., var last] when day.Date.Year == last.Date.Year => null,
        [.., var last] when !Ends(last) => HolidayCsvRefusals.YearIncomplete(last.Date.Year, line - 1),
        [.., var last] => Begins(day) && day.Date.Year == last.Date.Year + 1 ? null : HolidayCsvRefusals.YearIncomplete(last.Date.Year + 1, line),
    };

    private static bool Begins(Holiday day) => (day.Date.Month, day.Date.Day) == NewYear;

    // Labour Thanksgiving Day or what comes after it: its 振替休日, and from 1989 to 2018 the Emperor's birthday.
    private static bool Ends(Holiday day) => (day.Date.Month, day.Date.Day).CompareTo(LabourThanksgiving) >= 0;

    private static Holiday? Day(string line) => line.Split(',') switch
    {
        [var day, var name] when DateOnly.TryParseExact(day, "yyyy/M/d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && Texts.Line(name, LongestName, "") is null => new(date, name, Provisional: false),
        _ => null,
    };

    private static string? Text(byte[] file)
    {
        try
        {
            return ShiftJis.GetString(file);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static HolidayReading Refused(Refusal refusal) => new(Holidays: null, refusal);
}

/// <summary>Why a file is not the Cabinet Office's list of holidays, and what to do next.</summary>
public static class HolidayCsvRefusals
{
    /// <summary>Larger than the list can be.</summary>
    public static readonly Refusal TooLarge = new("holidays-too-large", RefusalKind.INVALID, new(
        "ファイルが大きすぎます。内閣府「国民の祝日について」のCSVを選んでください。", "The file is too large. Choose the Cabinet Office's CSV of national holidays."));

    /// <summary>Not in Shift_JIS.</summary>
    public static readonly Refusal NotShiftJis = new("holidays-not-shift-jis", RefusalKind.INVALID, new(
        "文字コードがShift_JISではありません。内閣府のCSVを、開いて保存し直さずにそのまま選んでください。",
        "The file is not in Shift_JIS. Choose the Cabinet Office's CSV as it was downloaded, without saving it anew."));

    /// <summary>Another first line.</summary>
    public static readonly Refusal HeaderUnknown = new("holidays-header-unknown", RefusalKind.INVALID, new(
        $"1行目が「{HolidayCsv.Header}」ではありません。内閣府のCSVかどうかをご確認ください。",
        $"Line 1 is not “{HolidayCsv.Header}”. Check that this is the Cabinet Office's CSV."));

    /// <summary>No holiday at all.</summary>
    public static readonly Refusal Empty = new("holidays-empty", RefusalKind.INVALID, new(
        "祝日が1行もありません。CSVをもう一度ダウンロードしてください。", "There is no holiday in the file. Download the CSV again."));

    /// <summary>A line that is not a day and its name.</summary>
    public static Refusal LineUnreadable(int line) => At("holidays-line-unreadable", line,
        $"「2026/1/1,元日」の形ではありません。", $"it is not of the form “2026/1/1,元日”.");

    /// <summary>A day that does not come after the one before it.</summary>
    public static Refusal OutOfOrder(int line) => At("holidays-out-of-order", line,
        $"前の行より後の日ではありません。", $"its day is not after the one of the line before.");

    /// <summary>A year that is not whole.</summary>
    public static Refusal YearIncomplete(int year, int line) => At("holidays-year-incomplete", line,
        $"{year}年の祝日が揃っていません。", $"the holidays of {year} are not complete.");

    private static Refusal At(string code, int line, FormattableString ja, FormattableString en) => new(code, RefusalKind.INVALID, new(
        FormattableString.Invariant($"{line}行目：{FormattableString.Invariant(ja)}CSVをもう一度ダウンロードしてください。"),
        FormattableString.Invariant($"Line {line}: {FormattableString.Invariant(en)} Download the CSV again.")));
}
