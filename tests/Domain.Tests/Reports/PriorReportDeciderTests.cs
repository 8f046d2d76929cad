using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Domain.Reports;
using static SecurityTracker.DomainTests.Deadlines.Days;
using static SecurityTracker.DomainTests.Reports.ReportExamples;

namespace SecurityTracker.DomainTests.Reports;

public sealed class PriorReportDeciderTests
{
    private static readonly Specification<PriorReport, IPriorReportEvent, IPriorReportCommand> Decider =
        new(PriorReport.Initial, PriorReportDecider.Evolve, PriorReportDecider.Decide);

    private static readonly PriorReportRecorded Record = new(
        ContractId, Span("2026-04-01", "2026-09-30"), new EditionRef("ED-C", 1),
        new PriorHeader(null, null, null, null, null, null, null, null),
        [new PreviousAnswer(2, Implemented), new PreviousAnswer(5, NotApplicable(null))],
        new SourceFile("令和8年度上期.docx", "aa"));

    private static readonly DateSpan Term = Span("2026-04-01", "2027-03-31");

    [Fact]
    public void It_is_kept_as_it_was_even_without_a_reason() => Decider.Given().When(Command(Record)).Then(Record);

    [Fact]
    public void A_number_that_the_edition_does_not_have_is_refused() =>
        Decider.Given().When(Command(Record with { Rows = [new PreviousAnswer(19, Implemented)] })).Then(ReportRefusals.ReadRowUnknown);

    [Fact]
    public void A_period_outside_the_term_is_refused() =>
        Decider.Given().When(Command(Record with { Period = Span("2025-04-01", "2025-09-30") })).Then(ReportRefusals.PeriodOutsideTerm);

    [Fact]
    public void Days_of_a_report_that_one_knows_of_are_refused() =>
        Decider.Given().When(Command(Record, Span("2026-09-30", "2027-03-31"))).Then(ReportRefusals.PeriodOverlaps);

    [Fact]
    public void Days_of_no_report_that_one_knows_of_are_kept() =>
        Decider.Given().When(Command(Record, Span("2026-10-01", "2027-03-31"))).Then(Record);

    [Fact]
    public void Who_kept_it_takes_it_back_with_a_reason_and_it_stays_to_be_read() => Decider.Given(Record)
        .When(new WithdrawPriorReport("別の契約の別紙。", Side.OFFICER, RecordedBy: Side.OFFICER))
        .Then(new PriorReportWithdrawn(Side.OFFICER, "別の契約の別紙。"))
        .ThenState(prior => (prior.WithdrawnBy, prior.Source).ShouldBe((Side.OFFICER, Record.Source)));

    [Theory]
    [InlineData("")]
    [InlineData("　\n")]
    public void Without_a_reason_it_is_not_taken_back(string reason) =>
        Decider.Given(Record).When(new WithdrawPriorReport(reason, Side.CONTRACTOR, Side.CONTRACTOR)).Then(TextRefusals.Missing);

    [Theory]
    [InlineData(Side.CONTRACTOR, Side.OFFICER)]
    [InlineData(Side.OFFICER, Side.CONTRACTOR)]
    public void What_the_other_side_kept_is_that_sides_to_take_back(Side side, Side recordedBy) =>
        Decider.Given(Record).When(new WithdrawPriorReport("別の契約の別紙。", side, recordedBy)).Then(ReportRefusals.PriorReportNotYours);

    [Fact]
    public void It_is_taken_back_once() => Decider.Given(Record, new PriorReportWithdrawn(Side.CONTRACTOR, "別の契約の別紙。"))
        .When(new WithdrawPriorReport("期間の誤り。", Side.CONTRACTOR, Side.CONTRACTOR)).Then(ReportRefusals.PriorReportWithdrawn);

    private static RecordPriorReport Command(PriorReportRecorded record, params DateSpan[] reported) => new(Term, [.. Enumerable.Range(2, 16)], reported, record);
}
