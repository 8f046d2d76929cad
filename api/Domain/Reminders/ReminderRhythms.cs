using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Deadlines;

namespace SecurityTracker.Domain.Reminders;

/// <summary>Which rhythms there are for whom.</summary>
public static class ReminderRhythms
{
    /// <summary>
    /// What holds as long as nobody chose: a ministry's people get one list a week and nothing more (既定値; no automatic nagging), everybody
    /// else what is to be told on the day.
    /// </summary>
    public static ReminderRhythm DefaultOf(Side side) => side == Side.OFFICER ? ReminderRhythm.WEEKLY : ReminderRhythm.DAILY;

    /// <summary>
    /// Which ones somebody may choose. A contractor's people hear of what is late in any case: what is late may end in a breach of the
    /// contract (契約解除), which shuts the firm out of tenders. A ministry's people may do without.
    /// </summary>
    public static IReadOnlyList<ReminderRhythm> ToChoose(Side side) => side == Side.OFFICER
        ? [ReminderRhythm.DAILY, ReminderRhythm.WEEKLY, ReminderRhythm.OFF]
        : [ReminderRhythm.DAILY, ReminderRhythm.WEEKLY, ReminderRhythm.LATE_ONLY];

    /// <summary>The least of them: what a person gets who wants no more mail.</summary>
    public static ReminderRhythm Least(Side side) => ToChoose(side)[^1];

    /// <summary>Whether somebody is written to on a day because of a thing.</summary>
    /// <param name="rhythm">The rhythm.</param>
    /// <param name="thing">What waits.</param>
    /// <param name="told">The last day on which they were written to.</param>
    /// <param name="today">Today in Tokyo; on a day on which offices are closed nobody is written to.</param>
    public static bool Tells(this ReminderRhythm rhythm, Waiting thing, DateOnly told, DateOnly today) => BusinessDays.IsBusinessDay(today) && rhythm switch
    {
        ReminderRhythm.DAILY => ReminderDays.IsToTell(thing, told, today),
        ReminderRhythm.WEEKLY => BusinessDays.IsFirstOfWeek(today),
        ReminderRhythm.LATE_ONLY => BusinessDays.IsFirstOfWeek(today) && thing.IsLateOn(today),
        _ => false,
    };
}
