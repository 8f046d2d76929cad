using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace SecurityTracker.Domain.Deadlines;

/// <summary>One 祝日.</summary>
/// <param name="Date">The day.</param>
/// <param name="Name">Its name in the Act (国民の祝日に関する法律), or 振替休日 or 国民の休日.</param>
/// <param name="Provisional">The day is computed and no government calendar has announced it yet.</param>
public sealed record Holiday(DateOnly Date, string Name, bool Provisional);

/// <summary>
/// 国民の祝日 by the Act as it stands: fixed days, Mondays, the two equinoxes by formula, 振替休日 (art. 3, para. 2) and 国民の休日
/// (para. 3). The state announces a year's equinoxes in the February before it; every day of a later year is provisional.
/// The formula of the equinoxes holds from 1980 to 2099; the moved holidays of 2019 to 2021 are not in it. The years of a list that was
/// loaded (<see cref="HolidayCsv"/>) are those of the list.
/// </summary>
public static class Holidays
{
    /// <summary>The last year whose calendar the state has announced when this was written.</summary>
    public const int AnnouncedThrough = 2027;

    private static readonly (int Month, int Day, string Name)[] Fixed =
    [
        (1, 1, "元日"), (2, 11, "建国記念の日"), (2, 23, "天皇誕生日"), (4, 29, "昭和の日"), (5, 3, "憲法記念日"), (5, 4, "みどりの日"),
        (5, 5, "こどもの日"), (8, 11, "山の日"), (11, 3, "文化の日"), (11, 23, "勤労感謝の日"),
    ];

    private static readonly (int Month, int Week, string Name)[] Mondays =
        [(1, 2, "成人の日"), (7, 3, "海の日"), (9, 3, "敬老の日"), (10, 2, "スポーツの日")];

    private static readonly ConcurrentDictionary<int, FrozenDictionary<DateOnly, Holiday>> Known = new();

    private static AnnouncedHolidays? announced;

    /// <summary>What was loaded; null where all years are computed.</summary>
    public static AnnouncedHolidays? Announced => Volatile.Read(ref announced);

    /// <summary>Takes the years of a list as the state announced them; null takes it back. The program does so once, before it asks for the first day.</summary>
    public static void Announce(AnnouncedHolidays? list)
    {
        Volatile.Write(ref announced, list);
        Known.Clear();
    }

    /// <summary>Whether nobody has announced the holidays of a year yet (暫定): days that are reckoned with them may move.</summary>
    public static bool IsProvisional(int year) => year > AnnouncedThrough && !IsListed(year);

    /// <summary>The holiday that falls on the day, or null.</summary>
    public static Holiday? On(DateOnly day) =>
        Known.GetOrAdd(day.Year, year => Of(year).ToFrozenDictionary(holiday => holiday.Date)).GetValueOrDefault(day);

    /// <summary>All holidays of a year in the order of the calendar.</summary>
    public static IReadOnlyList<Holiday> Of(int year)
    {
        if (IsListed(year))
        {
            return [.. Announced!.Days.Where(day => day.Date.Year == year)];
        }

        var named = Named(year);
        foreach (var sunday in named.Keys.Where(day => day.DayOfWeek == DayOfWeek.Sunday).ToArray())
        {
            named[FirstFree(named, sunday)] = "振替休日";
        }

        foreach (var day in named.Keys.Select(day => day.AddDays(1)).Where(day => IsBetweenHolidays(year, named, day)).ToArray())
        {
            named[day] = "国民の休日";
        }

        return [.. named.Select(day => new Holiday(day.Key, day.Value, IsProvisional(year)))];
    }

    private static bool IsListed(int year) => Announced is { } list && year >= list.Days[0].Date.Year && year <= list.AnnouncedThrough;

    private static SortedDictionary<DateOnly, string> Named(int year)
    {
        var named = new SortedDictionary<DateOnly, string>();
        foreach (var (month, day, name) in Fixed)
        {
            named[new DateOnly(year, month, day)] = name;
        }

        foreach (var (month, week, name) in Mondays)
        {
            named[NthMonday(year, month, week)] = name;
        }

        named[new DateOnly(year, 3, EquinoxDay(208_431, year))] = "春分の日";
        named[new DateOnly(year, 9, EquinoxDay(232_488, year))] = "秋分の日";
        return named;
    }

    private static DateOnly FirstFree(SortedDictionary<DateOnly, string> named, DateOnly day)
    {
        while (named.ContainsKey(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    // Only between two 国民の祝日: a 振替休日 beside it does not count, and a Sunday never becomes one.
    private static bool IsBetweenHolidays(int year, SortedDictionary<DateOnly, string> days, DateOnly day)
    {
        var named = Named(year);
        return !days.ContainsKey(day) && named.ContainsKey(day.AddDays(-1)) && named.ContainsKey(day.AddDays(1));
    }

    private static DateOnly NthMonday(int year, int month, int week)
    {
        var first = new DateOnly(year, month, 1);
        var toMonday = ((int)DayOfWeek.Monday - (int)first.DayOfWeek + 7) % 7;
        return first.AddDays(toMonday + (7 * (week - 1)));
    }

    // 海上保安庁水路部's approximation for 1980 to 2099 in ten-thousandths of a day (0.242194 a year, in millionths).
    private static int EquinoxDay(int base1980, int year)
    {
        var years = year - 1980;
        return (int)(((base1980 * 100L) + (242_194L * years)) / 1_000_000) - (years / 4);
    }
}
