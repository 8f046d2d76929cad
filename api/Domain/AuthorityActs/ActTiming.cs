using System.Text.Json.Serialization;

namespace SecurityTracker.Domain.AuthorityActs;

/// <summary>What the dates say of an act that is wanted beforehand. A fact, never a verdict.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TimingFact>))]
public enum TimingFact
{
    /// <summary>事前に取得.</summary>
    BEFORE,

    /// <summary>記録なし（要確認）.</summary>
    MISSING,

    /// <summary>事後の取得.</summary>
    AFTER,
}

/// <summary>A fact about time.</summary>
/// <param name="SameDay">Act and beginning fall on one day; the program compares days, not hours.</param>
public sealed record ActTimingFact(TimingFact Fact, bool SameDay);

/// <summary>What follows from the days of an act.</summary>
public static class ActTiming
{
    /// <summary>The fact, or null where the edition does not want the act beforehand, or nothing has begun and nothing was given.</summary>
    /// <param name="act">The act.</param>
    /// <param name="today">Today in Tokyo: a planned beginning that has passed counts as one.</param>
    public static ActTimingFact? Of(AuthorityAct act, DateOnly today)
    {
        var began = act.Content.StartedOn ?? (act.Content.StartsOn <= today ? act.Content.StartsOn : null);
        return (act.Before, began ?? act.Content.StartsOn, act.Decision) switch
        {
            (false, _, _) or (_, null, _) => null,
            (_, { } start, { Outcome: ActOutcome.GRANTED } grant) =>
                new(Moment.DayOf(grant.ActAt) <= start ? TimingFact.BEFORE : TimingFact.AFTER, Moment.DayOf(grant.ActAt) == start),
            _ when began is null || act.State == ActState.CANCELLED && act.Content.StartedOn is null => null,
            _ => new(TimingFact.MISSING, SameDay: false),
        };
    }
}
