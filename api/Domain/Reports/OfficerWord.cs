using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Deadlines;

namespace SecurityTracker.Domain.Reports;

/// <summary>A word of the officer, or a communication, as far as a report is compared with it.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="On">The day on which it was given or said; null while it is only asked for.</param>
/// <param name="StartsOn">The day from which what was asked for is to begin, or null.</param>
/// <param name="Until">The last day on which it holds, or null for no end.</param>
/// <param name="Standing">It was given for what is to come (包括).</param>
public sealed record OfficerWord(ProcedureSubject Subject, DateOnly? On, DateOnly? StartsOn = null, DateOnly? Until = null, bool Standing = false)
{
    /// <summary>Whether it is asked for, for the period or before it, and not given yet.</summary>
    public bool IsAskedFor(DateSpan period) => On is null && (StartsOn is not { } start || start <= period.To);

    /// <summary>Whether it holds on some day of the period.</summary>
    public bool Holds(DateSpan period) => On <= period.To && (Until is not { } end || end >= period.From);

    /// <summary>Whether it says that something was done in the period: a standing one while it holds, any other on its own days.</summary>
    public bool Touches(DateSpan period, bool lasting) =>
        On is not null && (Standing || lasting ? Holds(period) : IsIn(On, period) || IsIn(StartsOn, period));

    private static bool IsIn(DateOnly? day, DateSpan period) => day >= period.From && day <= period.To;
}
