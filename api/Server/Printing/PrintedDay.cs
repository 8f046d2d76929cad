using System.Globalization;
using SecurityTracker.Domain;

namespace SecurityTracker.Server.Printing;

/// <summary>Days as the screens write them, where the full-width digits of a form are none's.</summary>
internal static class PrintedDay
{
    private const int FirstYearOfEras = 1927;

    /// <summary>令和8年11月20日.</summary>
    public static string Of(DateOnly day) => day.Year < FirstYearOfEras
        ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : string.Concat(Wareki.Format(day).Select(c => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c));

    /// <summary>令和8年11月20日 09:30, by the clocks of Tokyo.</summary>
    public static string Of(DateTimeOffset instant) => string.Create(CultureInfo.InvariantCulture, $"{Of(Moment.DayOf(instant))} {Tokyo.Time(instant):HH:mm}");
}
