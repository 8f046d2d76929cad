using System.Text.Json.Serialization;

namespace SecurityTracker.Domain.AuthorityActs;

/// <summary>In which respect something lies outside a 包括 act.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ScopeRespect>))]
public enum ScopeRespect
{
    TIME,
    MEDIUM,
    PURPOSE,
    PLACE,
    PEOPLE,
}

/// <summary>Something done, or planned, under a 包括 act.</summary>
public sealed record ActUse(DateOnly On, string? Medium, string? Purpose, string? Place, IReadOnlyList<PersonalRef> People);

/// <summary>What a 包括 act covers. What lies inside needs no new act; what lies outside is named.</summary>
public static class StandingCoverage
{
    /// <summary>The respects in which a use lies outside; empty where it is covered.</summary>
    /// <param name="scope">The scope that was given.</param>
    /// <param name="from">The day on which it was given.</param>
    /// <param name="until">The last day on which it holds: expiry, end of scope or the day it was taken back.</param>
    /// <param name="use">The use.</param>
    public static IReadOnlyList<ScopeRespect> Outside(StandingScope scope, DateOnly from, DateOnly until, ActUse use) =>
    [
        .. use.On < from || use.On > until || use.On > scope.Until ? [ScopeRespect.TIME] : Array.Empty<ScopeRespect>(),
        .. Covers(scope.Media, use.Medium) ? [] : new[] { ScopeRespect.MEDIUM },
        .. Covers(scope.Purposes, use.Purpose) ? [] : new[] { ScopeRespect.PURPOSE },
        .. Covers(scope.Places, use.Place) ? [] : new[] { ScopeRespect.PLACE },
        .. scope.People.Count == 0 || (use.People.Count > 0 && use.People.All(scope.People.Contains)) ? [] : new[] { ScopeRespect.PEOPLE },
    ];

    /// <summary>The respects in which a use lies outside an act as it stands; null where the act is not a 包括 one that was given.</summary>
    public static IReadOnlyList<ScopeRespect>? Outside(AuthorityAct act, ActUse use) =>
        act is not { Content: { Mode: ActMode.STANDING, Scope: { } scope }, Decision: { Outcome: ActOutcome.GRANTED } grant } ? null
        : Outside(scope, Moment.DayOf(grant.ActAt), LastDay(act, scope), use);

    /// <summary>Whether one scope allows all that another does, whatever their last days: in each respect it is without limits or names at least the same.</summary>
    public static bool ReachesAsFar(StandingScope scope, StandingScope other) =>
        AtLeast(scope.Media, other.Media, Key) && AtLeast(scope.Purposes, other.Purposes, Key) && AtLeast(scope.Places, other.Places, Key)
        && AtLeast(scope.People, other.People, person => person);

    private static bool AtLeast<T, TKey>(IReadOnlyList<T> allowed, IReadOnlyList<T> wanted, Func<T, TKey> keyOf) =>
        allowed.Count == 0 || (wanted.Count > 0 && wanted.All(one => allowed.Any(other => Equals(keyOf(one), keyOf(other)))));

    private static DateOnly LastDay(AuthorityAct act, StandingScope scope)
    {
        var until = act.HoldsUntil ?? scope.Until;
        var withdrawn = act.Withdrawal is { } w ? Moment.DayOf(w.ActAt) : until;
        return withdrawn < until ? withdrawn : until;
    }

    private static bool Covers(IReadOnlyList<string> allowed, string? said) =>
        allowed.Count == 0 || (said is not null && allowed.Any(a => Key(a) == Key(said)));

    // Words are compared without their width, case and surrounding spaces; nothing of it is stored.
    private static string Key(string text) => SoundText.Normal(text).Trim().ToUpperInvariant();
}
