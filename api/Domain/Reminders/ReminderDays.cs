using SecurityTracker.Domain.Deadlines;

namespace SecurityTracker.Domain.Reminders;

/// <summary>Something that waits, as far as reminders go.</summary>
/// <param name="Since">The day (in Tokyo) since which it waits.</param>
/// <param name="DueOn">The day by which it is to be done, or null.</param>
/// <param name="DueIs">What that day is; null without one.</param>
/// <param name="IsNotice">It tells something and waits for no act.</param>
public sealed record Waiting(DateOnly Since, DateOnly? DueOn, DueKind? DueIs, bool IsNotice = false)
{
    /// <summary>Whether its day has passed; a 目安日 is never late.</summary>
    /// <param name="today">Today in Tokyo.</param>
    public bool IsLateOn(DateOnly today) => DueOn < today && DueIs != DueKind.GUIDE;
}

/// <summary>
/// On which days somebody is told of what waits for them (既定値, the numbers are this program's own): when it arises, 30, 14, 7 and 1 days
/// before its day, on the day, 1, 3 and 7 days after it, and then every week. A 目安日 that has passed is told of every week, and never as
/// late; what has no day is counted from when it arose. What waits for no act is told of when it arises, and once more a week later. Nobody is told on a day on which offices are closed: what comes before the day is
/// told earlier, what comes after it later.
/// </summary>
public static class ReminderDays
{
    /// <summary>Days before the day, and the day itself.</summary>
    public static IReadOnlyList<int> Before { get; } = [30, 14, 7, 1, 0];

    /// <summary>Days after it; from the last on every week.</summary>
    public static IReadOnlyList<int> After { get; } = [1, 3, Week];

    /// <summary>Days after which the contractor's own officers are told of what one of theirs, or one of their firms, has not done.</summary>
    public const int Escalation = Week;

    private const int Week = 7;

    /// <summary>Whether somebody is to be told of it who was told of things last on <paramref name="told"/>.</summary>
    /// <param name="thing">What waits.</param>
    /// <param name="told">The last day of which everything was told.</param>
    /// <param name="today">Today in Tokyo.</param>
    public static bool IsToTell(Waiting thing, DateOnly told, DateOnly today) => Days(thing, today).Any(day => told < day && day <= today);

    /// <summary>The days on which it is told of, none after <paramref name="through"/>, each once and in order.</summary>
    public static IReadOnlyList<DateOnly> Days(Waiting thing, DateOnly through)
    {
        var arises = BusinessDays.OnOrAfter(thing.Since);
        if (thing.IsNotice)
        {
            return [.. new[] { arises, BusinessDays.OnOrAfter(thing.Since.AddDays(Week)) }.Where(day => day <= through)];
        }

        IEnumerable<DateOnly> before = thing.DueOn is { } due ? Before.Select(days => BusinessDays.OnOrBefore(due.AddDays(-days))) : [];
        return [.. before.Concat(Later(thing, thing.DueOn ?? thing.Since, through)).Append(arises).Where(day => arises <= day && day <= through).Distinct().Order()];
    }

    /// <summary>
    /// Whether a contractor's officers are told that the ministry's word is not there without which something cannot begin: from a week before
    /// its day, as long as it is not.
    /// </summary>
    public static bool IsToAskAfter(Waiting thing, DateOnly told, DateOnly today) =>
        thing is { DueIs: DueKind.BEFORE, DueOn: { } due } && due.AddDays(-Week) <= today && IsToTell(thing, told, today);

    /// <summary>Whether a contractor's own officers are told of what another of theirs was to do, in the same way.</summary>
    public static bool IsToEscalate(Waiting thing, DateOnly told, DateOnly today) =>
        thing.DueOn is { } due && Weekly(due.AddDays(Escalation), today).Any(day => told < day && day <= today);

    private static IEnumerable<DateOnly> Later(Waiting thing, DateOnly from, DateOnly through) =>
        (thing.DueIs == DueKind.GUIDE ? [] : After.Select(days => BusinessDays.OnOrAfter(from.AddDays(days)))).Concat(Weekly(from.AddDays(Week), through));

    private static IEnumerable<DateOnly> Weekly(DateOnly from, DateOnly through)
    {
        for (var day = from; day <= through; day = day.AddDays(Week))
        {
            yield return BusinessDays.OnOrAfter(day);
        }
    }
}
