using System.Text.Json.Serialization;

namespace SecurityTracker.Domain.Deadlines;

/// <summary>By what the reporting periods of a contract are cut.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReportingBasis>))]
public enum ReportingBasis
{
    /// <summary>April to September and October to March.</summary>
    FISCAL_HALF,
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

/// <summary>One proposed reporting period.</summary>
/// <param name="Period">The days it reports on.</param>
/// <param name="GuideOn">目安日: until an officer confirms another, the day by which to hand it in. It is never called overdue.</param>
/// <param name="LatestOn">The last business day on which it can still be handed in within the term; null where the term goes on after it.</param>
/// <param name="ProvisionalCalendar">The guide falls in a year whose 祝日 are not announced yet.</param>
public sealed record ProposedPeriod(DateSpan Period, DateOnly GuideOn, DateOnly? LatestOn, bool ProvisionalCalendar);

/// <summary>
/// The reporting periods this program proposes where no officer has said otherwise. The form asks 「定期的（契約期間における半期を目処
/// （複数年の契約においては年１回以上））」, clause 1) only 「定期的に」: every cut and every date here is a default of ours (既定値).
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
    /// Proposes the periods of a term, of which some days may be reported on already: what is left is cut by fiscal halves.
    /// </summary>
    /// <param name="term">The term of the contract; its end is the day of 契約解除 if there was one.</param>
    /// <param name="taken">Periods that have a report, in any order.</param>
    public static IReadOnlyList<ProposedPeriod> Propose(DateSpan term, IEnumerable<DateSpan>? taken = null) =>
        [.. Gaps(term, taken ?? []).SelectMany(Cut).Select(period => Date(period, term.To))];

    /// <summary>The guide for one period of a term, as <see cref="Propose"/> gives it.</summary>
    public static ProposedPeriod Date(DateSpan period, DateOnly termEnds)
    {
        var (guideOn, latestOn) = period.To >= termEnds
            ? (BusinessDays.Before(termEnds, DaysBeforeEnd), BusinessDays.OnOrBefore(termEnds))
            : (Earlier(BusinessDays.After(period.To, DaysAfterPeriod), BusinessDays.OnOrBefore(termEnds)), (DateOnly?)null);
        return new ProposedPeriod(period, guideOn, latestOn, guideOn.Year > Holidays.AnnouncedThrough);
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

            from = period.To.AddDays(1);
        }

        if (from <= term.To)
        {
            yield return new DateSpan(from, term.To);
        }
    }

    private static List<DateSpan> Cut(DateSpan span)
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

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
