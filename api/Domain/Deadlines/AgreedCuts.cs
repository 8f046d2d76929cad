namespace SecurityTracker.Domain.Deadlines;

/// <summary>
/// How an agreed basis cuts days of a term. What was agreed is kept as it is: only fiscal halves, which are our default too, have their
/// stubs joined to a neighbour.
/// </summary>
internal static class AgreedCuts
{
    private const int HalfYear = 6;

    /// <summary>The pieces of the days that are left, in their order.</summary>
    public static IReadOnlyList<DateSpan> Of(DateSpan left, DateSpan term, ReportingBasis basis) => basis switch
    {
        ReportingBasis.FISCAL_HALF => ReportingPeriods.Cut(left),
        ReportingBasis.TERM_HALF => Split(left, [Midpoint(term)]),
        ReportingBasis.ANNIVERSARY => Split(left, Anniversaries(term)),
        ReportingBasis.YEARLY => Split(left, EndsOfFiscalYears(term)),
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, "not a basis that cuts by itself"),
    };

    /// <summary>The last day of the first half; a day on which offices are closed gives way to the business day before.</summary>
    private static DateOnly Midpoint(DateSpan term) => BusinessDays.OnOrBefore(term.From.AddDays((term.Days - 1) / 2));

    private static IEnumerable<DateOnly> Anniversaries(DateSpan term)
    {
        for (var count = 1; term.From.AddMonths(HalfYear * count) <= term.To; count++)
        {
            yield return term.From.AddMonths(HalfYear * count).AddDays(-1);
        }
    }

    private static IEnumerable<DateOnly> EndsOfFiscalYears(DateSpan term) =>
        Enumerable.Range(term.From.Year, term.To.Year - term.From.Year + 1).Select(year => new DateOnly(year, 3, 31));

    private static List<DateSpan> Split(DateSpan left, IEnumerable<DateOnly> ends)
    {
        var (pieces, from) = (new List<DateSpan>(), left.From);
        foreach (var end in ends.Where(end => end >= left.From && end < left.To))
        {
            pieces.Add(new DateSpan(from, end));
            from = end.AddDays(1);
        }

        pieces.Add(new DateSpan(from, left.To));
        return pieces;
    }
}
