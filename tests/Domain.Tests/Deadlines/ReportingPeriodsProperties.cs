using FsCheck;
using FsCheck.Fluent;
using SecurityTracker.Domain.Deadlines;

namespace SecurityTracker.DomainTests.Deadlines;

/// <summary>Over 10,000 terms at random and each basis by which they can be cut.</summary>
public sealed class ReportingPeriodsProperties
{
    private static readonly Config Ten000 = Config.QuickThrowOnFailure.WithReplay(20261130, 7).WithMaxTest(10_000);

    private static readonly Gen<(DateSpan Term, IReadOnlyList<AgreedReporting?> Agreed)> Terms =
        from term in DutyWorlds.Terms
        from calendar in DutyWorlds.Calendars(term)
        select (term, (IReadOnlyList<AgreedReporting?>)[null, .. Enum.GetValues<ReportingBasis>().Select(basis => new AgreedReporting(basis, basis == ReportingBasis.AGREED_CALENDAR ? calendar : []))]);

    [Fact]
    public void Periods_cover_the_term_without_gap_or_overlap() => Prop.ForAll(Terms.ToArbitrary(), one =>
        one.Agreed.All(agreed => Covers(one.Term, ReportingPeriods.Propose(one.Term, taken: null, agreed).Select(period => period.Period)))).Check(Ten000);

    [Fact]
    public void No_day_of_ours_lies_outside_the_term_or_before_its_period() => Prop.ForAll(Terms.ToArbitrary(), one =>
        one.Agreed.SelectMany(agreed => ReportingPeriods.Propose(one.Term, taken: null, agreed)).All(period => IsInside(period, one.Term))).Check(Ten000);

    [Fact]
    public void What_has_its_report_is_never_moved_by_what_is_agreed_later()
    {
        var taken = from one in Terms
                    from before in Gen.Elements<AgreedReporting?>(one.Agreed)
                    let periods = ReportingPeriods.Propose(one.Term, taken: null, before).Select(period => period.Period).ToList()
                    from some in Gen.SubListOf<DateSpan>(periods)
                    select (one.Term, one.Agreed, Taken: some.ToList());
        Prop.ForAll(taken.ToArbitrary(), one => one.Agreed.All(agreed =>
        {
            var left = ReportingPeriods.Propose(one.Term, one.Taken, agreed).Select(period => period.Period);
            return Covers(one.Term, left.Concat(one.Taken).OrderBy(period => period.From));
        })).Check(Ten000);
    }

    private static bool Covers(DateSpan term, IEnumerable<DateSpan> periods)
    {
        var all = periods.ToList();
        return all[0].From == term.From && all[^1].To == term.To && all.TrueForAll(period => period.Days > 0)
            && all.Zip(all.Skip(1)).All(pair => pair.First.To.AddDays(1) == pair.Second.From);
    }

    // A day that the officer named is the officer's own.
    private static bool IsInside(ProposedPeriod period, DateSpan term) =>
        period.LatestOn is not null == (period.Period.To == term.To)
        && (period.LatestOn is not { } latest || (latest >= period.Period.From && latest <= term.To && (BusinessDays.IsBusinessDay(latest) || latest == term.To)))
        && (period is { Basis: ReportingBasis.AGREED_CALENDAR, Confirmed: true }
            || (period.GuideOn >= period.Period.From && period.GuideOn <= (period.LatestOn ?? term.To) && (BusinessDays.IsBusinessDay(period.GuideOn) || period.GuideOn == term.To)));
}
