using SecurityTracker.Domain.Deadlines;

namespace SecurityTracker.Demo.Filling;

/// <summary>Working days around today, and the times at which people work.</summary>
/// <param name="today">Today in Tokyo.</param>
/// <param name="now">Nothing happens later.</param>
internal sealed class DemoCalendar(DateOnly today, DateTimeOffset now)
{
    private static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    /// <summary>Today in Tokyo.</summary>
    public DateOnly Today => today;

    /// <summary>A working day: 0 the last one up to today, -3 three before it, 5 five after it.</summary>
    public DateOnly Day(int workingDays)
    {
        var day = BusinessDays.OnOrBefore(today);
        return workingDays switch
        {
            0 => day,
            < 0 => BusinessDays.Before(day, -workingDays),
            _ => BusinessDays.After(day, workingDays),
        };
    }

    /// <summary>A time of a day, by the clocks of Tokyo; now, where that is still to come.</summary>
    public DateTimeOffset At(DateOnly day, int hour, int minute = 0)
    {
        var at = new DateTimeOffset(day.ToDateTime(new TimeOnly(hour, minute)), Tokyo);
        return at < now ? at : now;
    }

    /// <summary>A thing's own time, which only goes forward.</summary>
    public DemoDiary Diary(DateTimeOffset from) => new(this, from);
}

/// <summary>What happens to one thing happens one after the other.</summary>
internal sealed class DemoDiary(DemoCalendar calendar, DateTimeOffset from)
{
    private int entries;

    /// <summary>When the last thing happened.</summary>
    public DateTimeOffset Last { get; private set; } = from;

    /// <summary>A time on a working day, counted from today; not before what happened last.</summary>
    public DateTimeOffset On(int workingDays) => On(calendar.Day(workingDays));

    /// <summary>A time on a day; not before what happened last.</summary>
    public DateTimeOffset On(DateOnly day)
    {
        var at = calendar.At(day, 9 + (((day.DayNumber * 5) + (entries * 3)) % 8), (day.DayNumber * 17) % 60);
        entries++;
        return Next(at);
    }

    /// <summary>Some minutes after what happened last.</summary>
    public DateTimeOffset Soon() => Next(Last.AddMinutes(3));

    private DateTimeOffset Next(DateTimeOffset at)
    {
        var latest = calendar.At(calendar.Today.AddDays(1), 0);
        return Last = at < Last ? Last : at > latest ? latest : at;
    }
}
