using SecurityTracker.Domain.Deadlines;
using static SecurityTracker.DomainTests.Deadlines.Days;

namespace SecurityTracker.DomainTests.Deadlines;

public sealed class ReportingPeriodsTests
{
    [Theory]
    [InlineData("2026-07-10", "2027-02-27", "2026-07-10–2026-09-30→2026-10-15 2026-10-01–2027-02-27→2027-02-19!2027-02-26")]
    [InlineData("2026-04-01", "2027-03-31", "2026-04-01–2026-09-30→2026-10-15 2026-10-01–2027-03-31→2027-03-24!2027-03-31")]
    [InlineData("2026-10-01", "2029-03-31",
        "2026-10-01–2027-03-31→2027-04-14 2027-04-01–2027-09-30→2027-10-15 2027-10-01–2028-03-31→2028-04-14? "
        + "2028-04-01–2028-09-30→2028-10-16? 2028-10-01–2029-03-31→2029-03-26!2029-03-30?")]
    // At most six months: one report before the end. A day more: two.
    [InlineData("2026-07-01", "2026-12-31", "2026-07-01–2026-12-31→2026-12-22!2026-12-28")]
    [InlineData("2026-07-01", "2027-01-01", "2026-07-01–2026-09-30→2026-10-15 2026-10-01–2027-01-01→2026-12-22!2026-12-28")]
    // A stub under 60 days joins its neighbour, at either end.
    [InlineData("2026-08-15", "2027-03-31", "2026-08-15–2027-03-31→2027-03-24!2027-03-31")]
    [InlineData("2026-04-01", "2026-11-10", "2026-04-01–2026-11-10→2026-11-02!2026-11-10")]
    public void Periods_are_proposed_by_fiscal_halves(string startsOn, string endsOn, string expected) =>
        Print(ReportingPeriods.Propose(Span(startsOn, endsOn))).ShouldBe(expected);

    [Fact]
    public void What_is_reported_already_is_not_proposed_again() =>
        Print(ReportingPeriods.Propose(Span("2026-04-01", "2027-03-31"), [Span("2026-04-01", "2026-10-31")]))
            .ShouldBe("2026-11-01–2027-03-31→2027-03-24!2027-03-31");

    [Fact]
    public void Days_that_two_records_share_are_taken_once() =>
        Print(ReportingPeriods.Propose(Span("2026-04-01", "2027-03-31"), [Span("2026-04-01", "2026-10-31"), Span("2026-04-01", "2026-06-30")]))
            .ShouldBe("2026-11-01–2027-03-31→2027-03-24!2027-03-31");

    [Theory]
    [InlineData(ReportingBasis.FISCAL_HALF, "2026-07-10", "2027-02-27", "2026-07-10–2026-09-30→2026-10-15 2026-10-01–2027-02-27→2027-02-19!2027-02-26")]
    // The middle falls on 文化の日 and gives way to the day before.
    [InlineData(ReportingBasis.TERM_HALF, "2026-07-10", "2027-02-27", "2026-07-10–2026-11-02→2026-11-17 2026-11-03–2027-02-27→2027-02-19!2027-02-26")]
    // What was agreed leaves its stub of 49 days.
    [InlineData(ReportingBasis.ANNIVERSARY, "2026-07-10", "2027-02-27", "2026-07-10–2027-01-09→2027-01-25 2027-01-10–2027-02-27→2027-02-19!2027-02-26")]
    [InlineData(ReportingBasis.TERM_HALF, "2026-04-01", "2027-03-31", "2026-04-01–2026-09-30→2026-10-15 2026-10-01–2027-03-31→2027-03-24!2027-03-31")]
    [InlineData(ReportingBasis.ANNIVERSARY, "2026-04-01", "2027-03-31", "2026-04-01–2026-09-30→2026-10-15 2026-10-01–2027-03-31→2027-03-24!2027-03-31")]
    [InlineData(ReportingBasis.YEARLY, "2026-10-01", "2029-03-31",
        "2026-10-01–2027-03-31→2027-04-14 2027-04-01–2028-03-31→2028-04-14? 2028-04-01–2029-03-31→2029-03-26!2029-03-30?")]
    public void An_agreed_basis_cuts_the_term_and_its_days_are_confirmed(ReportingBasis basis, string startsOn, string endsOn, string expected)
    {
        var periods = ReportingPeriods.Propose(Span(startsOn, endsOn), taken: null, new AgreedReporting(basis, []));
        Print(periods).ShouldBe(expected);
        periods.ShouldAllBe(period => period.Confirmed && period.Basis == basis);
    }

    [Fact]
    public void Of_an_agreed_basis_only_what_is_not_reported_is_cut_anew() =>
        Print(ReportingPeriods.Propose(Span("2026-07-10", "2027-02-27"), [Span("2026-07-10", "2026-09-30")], new AgreedReporting(ReportingBasis.TERM_HALF, [])))
            .ShouldBe("2026-10-01–2026-11-02→2026-11-17 2026-11-03–2027-02-27→2027-02-19!2027-02-26");

    [Fact]
    public void An_agreed_calendar_has_its_own_days_and_the_rest_our_default()
    {
        var periods = ReportingPeriods.Propose(Span("2026-04-01", "2027-03-31"), taken: null, Calendar);
        Print(periods).ShouldBe("2026-04-01–2026-06-30→2026-07-31 2026-07-01–2026-12-20→2027-01-08 2026-12-21–2027-03-31→2027-03-24!2027-03-31");
        periods.Select(period => period.Confirmed).ShouldBe([true, true, false]);
    }

    [Fact]
    public void A_report_on_days_of_the_calendar_has_its_day_and_one_on_other_days_a_guide()
    {
        var term = Span("2026-04-01", "2027-03-31");
        ReportingPeriods.Date(Span("2026-04-01", "2026-06-30"), term, Calendar).ShouldSatisfyAllConditions(
            period => period.GuideOn.ShouldBe(Day("2026-07-31")), period => period.Confirmed.ShouldBeTrue());
        ReportingPeriods.Date(Span("2026-04-01", "2026-09-30"), term, Calendar).ShouldSatisfyAllConditions(
            period => period.GuideOn.ShouldBe(Day("2026-10-15")), period => period.Confirmed.ShouldBeFalse());
    }

    [Theory]
    // One month and ten days before ends of dossier's examples roll back to a business day.
    [InlineData("2027-02-28", "2027-02-26")]
    [InlineData("2027-03-21", "2027-03-19")]
    [InlineData("2027-02-17", "2027-02-17")]
    [InlineData("2027-01-03", "2026-12-28")]
    public void A_day_before_which_something_is_due_rolls_back(string day, string expected) =>
        BusinessDays.OnOrBefore(Day(day)).ShouldBe(Day(expected));

    private static readonly AgreedReporting Calendar = new(ReportingBasis.AGREED_CALENDAR, [
        new(Day("2026-04-01"), Day("2026-06-30"), Day("2026-07-31")), new(Day("2026-07-01"), Day("2026-12-20"), Day("2027-01-08"))]);

    private static string Print(IEnumerable<ProposedPeriod> periods) => string.Join(' ', periods.Select(proposed =>
        $"{proposed.Period.From:yyyy-MM-dd}–{proposed.Period.To:yyyy-MM-dd}→{proposed.GuideOn:yyyy-MM-dd}"
        + (proposed.LatestOn is { } latest ? $"!{latest:yyyy-MM-dd}" : "") + (proposed.ProvisionalCalendar ? "?" : "")));
}
