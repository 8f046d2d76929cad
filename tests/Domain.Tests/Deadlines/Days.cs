using System.Globalization;
using SecurityTracker.Domain.Deadlines;

namespace SecurityTracker.DomainTests.Deadlines;

/// <summary>Dates as they are written in tests: 2026-09-30.</summary>
internal static class Days
{
    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateSpan Span(string from, string to) => new(Day(from), Day(to));
}
