using System.Text.Json.Serialization;

namespace SecurityTracker.Domain.Deadlines;

/// <summary>By what the reporting periods of a contract are cut.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReportingBasis>))]
public enum ReportingBasis
{
    /// <summary>April to September and October to March.</summary>
    FISCAL_HALF,

    /// <summary>The two halves of the term.</summary>
    TERM_HALF,

    /// <summary>Every six months from the first day of the term.</summary>
    ANNIVERSARY,

    /// <summary>The fiscal years, April to March: the least that the form asks for over several years.</summary>
    YEARLY,

    /// <summary>Periods and days that the officer named one by one.</summary>
    AGREED_CALENDAR,
}

/// <summary>Days from the first to the last, both included.</summary>
public sealed record DateSpan(DateOnly From, DateOnly To)
{
    /// <summary>How many days.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>Whether the two share a day.</summary>
    public bool Overlaps(DateSpan other) => From <= other.To && other.From <= To;

    /// <summary>Whether every day of the other is in this one.</summary>
    public bool Contains(DateSpan other) => From <= other.From && other.To <= To;
}

/// <summary>A period that the officer named, and the day by which its report is wanted.</summary>
public sealed record AgreedPeriod(DateOnly From, DateOnly To, DateOnly DueOn)
{
    /// <summary>Its days.</summary>
    public DateSpan Days() => new(From, To);
}

/// <summary>By what an officer agreed to cut the periods; the calendar is empty unless the basis is it.</summary>
public sealed record AgreedReporting(ReportingBasis Basis, IReadOnlyList<AgreedPeriod> Calendar);

/// <summary>One proposed reporting period.</summary>
/// <param name="Period">The days it reports on.</param>
/// <param name="GuideOn">目安日: until an officer confirms another, the day by which to hand it in. It is never called overdue.</param>
/// <param name="LatestOn">The last business day on which it can still be handed in within the term; null where the term goes on after it.</param>
/// <param name="ProvisionalCalendar">The guide falls in a year whose 祝日 are not announced yet.</param>
/// <param name="Basis">By what it is cut; null where a person chose its days.</param>
/// <param name="Confirmed">Whether it follows from what an officer agreed to, rather than from our default.</param>
public sealed record ProposedPeriod(
    DateSpan Period, DateOnly GuideOn, DateOnly? LatestOn, bool ProvisionalCalendar, ReportingBasis? Basis = null, bool Confirmed = false);

/// <summary>
/// The reporting periods of a term: by what the officer agreed to, else as this program proposes. The form asks 「定期的（契約期間に
/// おける半期を目処（複数年の契約においては年１回以上））」, clause 1) only 「定期的に」: without an agreement every cut and every date here is a
/// default of ours (既定値).
/// </summary>
public static class ReportingPeriods
{
    /// <summary>A piece shorter than this joins its neighbour.</summary>
    public const int ShortestDays = 60;

    /// <summary>A term of at most this many months has one report.</summary>
    public const int OneReportMonths = 6;

    /// <summary>The guide is this many business days after the period.</summary>
    public const int DaysAfterPeriod = 10;

    /// <summary>The guide of the last report is this many business days before the contract ends.</summary>
    public const int DaysBeforeEnd = 5;

    /// <summary>
    /// The periods of a term, of which some days may be reported on already: what is left is cut by the agreed basis, or by fiscal
    /// halves where nothing is agreed.
    /// </summary>
    /// <param name="term">The term of the contract; its end is the day of 契約解除 if there was one.</param>
    /// <param name="taken">Periods that have a report, in any order; two may share days.</param>
    /// <param name="agreed">What the officer agreed to, or null.</param>
    public static IReadOnlyList<ProposedPeriod> Propose(DateSpan term, IEnumerable<DateSpan>? taken = null, AgreedReporting? agreed = null)
    {
        var gaps = Gaps(term, taken ?? []);
        return agreed switch
        {
            null => [.. gaps.SelectMany(gap => ByDefault(gap, term))],
            { Basis: ReportingBasis.AGREED_CALENDAR } => [.. gaps.SelectMany(gap => ByCalendar(gap, term, agreed.Calendar))],
            _ => [.. gaps.SelectMany(gap => AgreedCuts.Of(gap, term, agreed.Basis)).Select(period => Dated(period, term, agreed.Basis) with { Confirmed = true })],
        };
    }

    /// <summary>One period of a term that has its report: as agreed where its days are, else with the guide of our default.</summary>
    public static ProposedPeriod Date(DateSpan period, DateSpan term, AgreedReporting? agreed = null) =>
        (agreed is null ? null : Propose(term, taken: null, agreed).FirstOrDefault(p => p.Confirmed && p.Period == period))
        ?? Dated(period, term, basis: null);

    private static ProposedPeriod Dated(DateSpan period, DateSpan term, ReportingBasis? basis)
    {
        var latest = Latest(period, term);
        var (guideOn, latestOn) = period.To >= term.To
            ? (NotBefore(period.From, BusinessDays.Before(term.To, DaysBeforeEnd), latest), latest)
            : (Earlier(BusinessDays.After(period.To, DaysAfterPeriod), latest), (DateOnly?)null);
        return new ProposedPeriod(period, guideOn, latestOn, Holidays.IsProvisional(guideOn.Year), basis);
    }

    private static IEnumerable<ProposedPeriod> ByDefault(DateSpan gap, DateSpan term) =>
        Cut(gap).Select(period => Dated(period, term, ReportingBasis.FISCAL_HALF));

    // Days that the calendar does not speak of, such as those of a longer term agreed to later, have our default.
    private static IEnumerable<ProposedPeriod> ByCalendar(DateSpan gap, DateSpan term, IReadOnlyList<AgreedPeriod> calendar)
    {
        var named = calendar.Where(period => period.Days().Overlaps(gap)).ToList();
        var agreed = named.Select(period => new ProposedPeriod(
            new DateSpan(Later(period.From, gap.From), Earlier(period.To, gap.To)), period.DueOn,
            period.To >= term.To ? Latest(period.Days(), term) : null, ProvisionalCalendar: false, ReportingBasis.AGREED_CALENDAR, Confirmed: true));
        return agreed.Concat(Gaps(gap, named.Select(period => period.Days())).SelectMany(left => ByDefault(left, term))).OrderBy(period => period.Period.From);
    }

    private static IEnumerable<DateSpan> Gaps(DateSpan term, IEnumerable<DateSpan> taken)
    {
        var from = term.From;
        foreach (var period in taken.Where(term.Overlaps).OrderBy(period => period.From))
        {
            if (period.From > from)
            {
                yield return new DateSpan(from, period.From.AddDays(-1));
            }

            from = period.To < from ? from : period.To.AddDays(1);
        }

        if (from <= term.To)
        {
            yield return new DateSpan(from, term.To);
        }
    }

    /// <summary>Fiscal halves without stubs.</summary>
    internal static IReadOnlyList<DateSpan> Cut(DateSpan span)
    {
        var pieces = span.To < span.From.AddMonths(OneReportMonths) ? [span] : Halves(span).ToList();
        if (pieces.Count > 1 && pieces[0].Days < ShortestDays)
        {
            pieces[1] = pieces[1] with { From = span.From };
            pieces.RemoveAt(0);
        }

        if (pieces.Count > 1 && pieces[^1].Days < ShortestDays)
        {
            pieces[^2] = pieces[^2] with { To = span.To };
            pieces.RemoveAt(pieces.Count - 1);
        }

        return pieces;
    }

    private static IEnumerable<DateSpan> Halves(DateSpan span)
    {
        for (var from = span.From; from <= span.To;)
        {
            var to = Earlier(EndOfHalf(from), span.To);
            yield return new DateSpan(from, to);
            from = to.AddDays(1);
        }
    }

    private static DateOnly EndOfHalf(DateOnly day) => day.Month switch
    {
        <= 3 => new DateOnly(day.Year, 3, 31),
        <= 9 => new DateOnly(day.Year, 9, 30),
        _ => new DateOnly(day.Year + 1, 3, 31),
    };

    private static DateOnly Latest(DateSpan period, DateSpan term) => NotBefore(period.From, BusinessDays.OnOrBefore(term.To), term.To);

    // Nothing is due before its period begins, be the period ever so short.
    private static DateOnly NotBefore(DateOnly first, DateOnly day, DateOnly otherwise) => day < first ? otherwise : day;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
