namespace SecurityTracker.Domain.Deadlines;

/// <summary>
/// Days on which offices of the state work: not Saturday, Sunday, 祝日 nor 29 December to 3 January (行政機関の休日に関する法律 art. 1).
/// The annex counts no days; where the program does, the number is its own default and is labelled so.
/// </summary>
public static class BusinessDays
{
    /// <summary>Whether offices are open on the day.</summary>
    public static bool IsBusinessDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && (day.Month, day.Day) is not ((12, >= 29) or (1, <= 3))
        && Holidays.On(day) is null;

    /// <summary>The <paramref name="count"/>th business day after the day; the day itself does not count. The count is at least 1.</summary>
    public static DateOnly After(DateOnly day, int count) => Walk(day, count, step: 1);

    /// <summary>The <paramref name="count"/>th business day before the day; the day itself does not count. The count is at least 1.</summary>
    public static DateOnly Before(DateOnly day, int count) => Walk(day, count, step: -1);

    /// <summary>
    /// The day itself if offices are open, else the last business day before it. What must happen 「～前まで」 or 「事前」 rolls back: the
    /// statutory shift forward covers only periods that a law sets.
    /// </summary>
    public static DateOnly OnOrBefore(DateOnly day) => IsBusinessDay(day) ? day : Before(day, 1);

    /// <summary>The day itself if offices are open, else the first business day after it.</summary>
    public static DateOnly OnOrAfter(DateOnly day) => IsBusinessDay(day) ? day : After(day, 1);

    /// <summary>Whether the day is the first business day of its week, which begins on Monday.</summary>
    public static bool IsFirstOfWeek(DateOnly day) => IsBusinessDay(day) && OnOrAfter(MondayOf(day)) == day;

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static DateOnly Walk(DateOnly day, int count, int step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        while (count > 0)
        {
            day = day.AddDays(step);
            count -= IsBusinessDay(day) ? 1 : 0;
        }

        return day;
    }
}
