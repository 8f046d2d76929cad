using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.DomainTests.Contracts;
using SecurityTracker.DomainTests.Deadlines;
using static SecurityTracker.DomainTests.Deadlines.Days;
using static SecurityTracker.DomainTests.Reports.ReportExamples;

namespace SecurityTracker.DomainTests.Reports;

public sealed class ReportDutiesTests
{
    private const string SecondHalf = "REPORT_TO_DRAFT (2026-10-01) from 2027-02-22 GUIDE 2027-03-24";
    private static readonly Guid Id = new("01980000-0000-7000-8000-000000000003");
    private static readonly ReportFinalised Frozen = new(Files, Header);
    private static readonly ReportSubmitted Posted = new(SubmissionWay.POST, Day("2026-10-13"), [], []);
    private static readonly Consultation Consulted = ContractSamples.Consulted;

    [Theory]
    [InlineData("2026-07-10", "2027-02-27",
        "(2026-07-10) from 2026-08-28 GUIDE 2026-10-15", "(2026-10-01) from 2027-01-21 GUIDE 2027-02-19")]
    [InlineData("2026-04-01", "2027-03-31",
        "(2026-04-01) from 2026-08-28 GUIDE 2026-10-15", "(2026-10-01) from 2027-02-22 GUIDE 2027-03-24")]
    [InlineData("2026-10-01", "2029-03-31",
        "(2026-10-01) from 2027-03-02 GUIDE 2027-04-14", "(2027-04-01) from 2027-08-31 GUIDE 2027-10-15", "(2027-10-01) from 2028-03-02 GUIDE 2028-04-14",
        "(2028-04-01) from 2028-08-31 GUIDE 2028-10-16", "(2028-10-01) from 2029-02-22 GUIDE 2029-03-26")]
    public void Each_period_is_to_be_drafted_and_no_one_is_told_that_it_is_awaited(string startsOn, string endsOn, params string[] expected) =>
        Given(Underway with { StartsOn = Day(startsOn), EndsOn = Day(endsOn) }).Then([.. expected.Select(line => $"REPORT_TO_DRAFT {line}")]);

    [Fact]
    public void A_day_that_the_officer_agreed_to_is_a_deadline_and_awaited() =>
        Given(Agreed(ReportingBasis.AGREED_CALENDAR, new AgreedPeriod(Day("2026-04-01"), Day("2026-06-30"), Day("2026-07-31")))).Then(
            "REPORT_TO_DRAFT* (2026-04-01) from 2026-06-02 DEADLINE 2026-07-31",
            "REPORT_TO_DRAFT (2026-07-01) from 2026-08-28 GUIDE 2026-10-15",
            SecondHalf);

    [Fact]
    public void An_agreed_day_before_the_end_of_its_period_is_worked_towards_from_before_it() =>
        Given(Agreed(ReportingBasis.AGREED_CALENDAR, new AgreedPeriod(Day("2026-04-01"), Day("2027-03-31"), Day("2027-03-05")))).Then(
            "REPORT_TO_DRAFT* (2026-04-01) from 2027-02-03 DEADLINE 2027-03-05");

    [Fact]
    public void Work_on_a_short_period_does_not_begin_before_it() =>
        Given(Underway with { EndsOn = Day("2026-04-20") }).Then("REPORT_TO_DRAFT (2026-04-01) from 2026-04-01 GUIDE 2026-04-13");

    [Fact]
    public void Nothing_is_drafted_before_the_contract_is_signed() => Given(Underway with { SignedOn = null }).ThenNothing();

    [Fact]
    public void A_period_with_a_record_from_before_this_program_has_its_report()
    {
        var prior = PriorReport.Initial with { Period = Span("2026-04-01", "2026-09-30"), Source = new("報告書.docx", "ab") };
        new DutiesOf(ReportDuties.Of(ContractId, Underway, new Dictionary<Guid, Report>(), [prior], sectionIsHere: true)).Then(SecondHalf);
        new DutiesOf(ReportDuties.Of(ContractId, Underway, new Dictionary<Guid, Report>(), [prior with { WithdrawnBy = Side.CONTRACTOR }], sectionIsHere: true))
            .Then("REPORT_TO_DRAFT (2026-04-01) from 2026-08-28 GUIDE 2026-10-15", SecondHalf);
    }

    [Fact]
    public void A_draft_is_to_be_finalised_a_finalised_report_to_be_handed_in_and_one_that_was_is_done()
    {
        Given(Underway, Drafted).Then("REPORT_TO_FINALISE (2026-04-01) from 2026-08-28 GUIDE 2026-10-15", SecondHalf);
        Given(Underway, Drafted, Frozen).Then("REPORT_TO_SUBMIT (2026-04-01) GUIDE 2026-10-15", SecondHalf);
        Given(Underway, Drafted, Frozen, Posted with { Via = SubmissionWay.SYSTEM }).Then(SecondHalf);
        Given(Underway, Drafted, Frozen, Posted, new ReportSubmissionWithdrawn(SubmissionWay.POST, Posted.On, "誤記")).Then("REPORT_TO_SUBMIT (2026-04-01) GUIDE 2026-10-15", SecondHalf);
        Given(Underway, Drafted, new ReportDiscarded()).Then("REPORT_TO_DRAFT (2026-04-01) from 2026-08-28 GUIDE 2026-10-15", SecondHalf);
    }

    [Fact]
    public void What_is_to_be_done_on_a_report_is_done_on_it_and_a_draft_is_begun_on_the_contract() =>
        Given(Underway, Drafted).ThenEach(duty => (duty.Noun, duty.ThingId).ShouldBe(duty.Rule == DutyRules.ReportToDraft ? ("CONTRACT", ContractId) : ("REPORT", Id)));

    [Fact]
    public void A_report_on_an_agreed_period_is_awaited_by_its_day() =>
        Given(Agreed(ReportingBasis.FISCAL_HALF), Drafted, Frozen).Then(
            "REPORT_TO_SUBMIT* (2026-04-01) DEADLINE 2026-10-15", "REPORT_TO_DRAFT* (2026-10-01) from 2027-02-22 DEADLINE 2027-03-24");

    [Fact]
    public void A_correction_of_what_was_handed_in_has_no_day_of_its_own_and_of_what_was_not_has_the_one_of_its_period()
    {
        var replacement = Drafted with { Replaces = new(Guid.NewGuid(), [5], Reason: null) };
        Given(Underway, replacement).Then("REPORT_TO_FINALISE (2026-04-01)", SecondHalf);
        Given(Underway, replacement, Frozen).Then("REPORT_TO_SUBMIT (2026-04-01)", SecondHalf);
        Given(Underway, Drafted with { Replaces = new(Guid.NewGuid(), Rows: null, "誤記") }).Then("REPORT_TO_FINALISE (2026-04-01) from 2026-08-28 GUIDE 2026-10-15", SecondHalf);
        Given(Underway, Drafted, Frozen, new ReportReplacementStarted(Guid.NewGuid())).Then(SecondHalf);
    }

    [Theory]
    [InlineData(SubmissionWay.MAIL)]
    [InlineData(SubmissionWay.HAND)]
    [InlineData(SubmissionWay.POST)]
    public void Of_what_went_outside_of_the_program_the_receipt_is_looked_after(SubmissionWay via) =>
        Given(Underway, Drafted, Frozen, Posted with { Via = via }).ThenOf(DutyRules.ReceiptToNote, "RECEIPT_TO_NOTE (2026-04-01) from 2026-10-20");

    [Fact]
    public void A_receipt_that_was_noted_and_a_word_on_the_rows_end_that()
    {
        Given(Underway, Drafted, Frozen, Posted, new ReportReceived(Day("2026-10-14"), Number: null, File: null, Side.CONTRACTOR)).Then(SecondHalf);
        Given(Underway, Drafted, Frozen, Posted, new ReportRowsReviewed([new(5, RowVerdict.CONFIRMED, Comment: null)])).Then(SecondHalf);
        Given(Underway, Drafted, Frozen, Posted, new ReportInternalCheckChanged(UnderWay: true)).Then(SecondHalf);
        Given(Underway, Drafted, Frozen, Posted with { Carried = [new(5, RowVerdict.CONFIRMED, Comment: null, Carried: true)] })
            .ThenOf(DutyRules.ReceiptToNote, "RECEIPT_TO_NOTE (2026-04-01) from 2026-10-20");
    }

    [Fact]
    public void Where_the_section_is_not_here_somebody_sends_the_answers_to_its_queries()
    {
        var asked = new ReportReviewedOutside(
            Day("2026-10-20"), OutsideChannel.MAIL, Header.RepresentativeName, [], [new(5, RowVerdict.QUERIED, "補足を。"), new(9, RowVerdict.QUERIED, "補足を。"), new(3, RowVerdict.CONFIRMED, Comment: null)]);
        IReportEvent[] answered = [Drafted, Frozen, Posted, asked, new ReportQueryAnswered(5), new ReportQueryAnswered(9)];
        Of(sectionIsHere: false, Underway, Drafted, Frozen, Posted, asked).Then(SecondHalf);
        Of(sectionIsHere: false, Underway, answered).Then("WORD_TO_SEND (2026-04-01) 「5) 9)」", SecondHalf);
        Of(sectionIsHere: true, Underway, answered).Then(SecondHalf);
        Of(sectionIsHere: false, Underway, [.. answered, new ReportAnswersSent(SubmissionWay.MAIL, Day("2026-10-21"), [5])]).Then("WORD_TO_SEND (2026-04-01) 「9)」", SecondHalf);
        Of(sectionIsHere: false, Underway, [.. answered, new ReportAnswersSent(SubmissionWay.MAIL, Day("2026-10-21"), [5, 9])]).Then(SecondHalf);
    }

    [Fact]
    public void A_termination_ends_the_last_period_and_stops_those_that_begin_after_it()
    {
        Given(Terminated("2026-12-18")).Then("REPORT_TO_DRAFT (2026-04-01) from 2026-08-28 GUIDE 2026-10-15", "REPORT_TO_DRAFT (2026-10-01) from 2026-11-12 GUIDE 2026-12-11");
        Given(Terminated("2026-05-20"), Drafted with { Period = Span("2026-10-01", "2027-03-31") }).Then("REPORT_TO_DRAFT (2026-04-01) from 2026-04-09 GUIDE 2026-05-13");
        Given(Terminated("2026-05-20"), Drafted with { Period = Span("2026-10-01", "2027-03-31") }, Frozen).Then("REPORT_TO_DRAFT (2026-04-01) from 2026-04-09 GUIDE 2026-05-13");
    }

    [Fact]
    public void A_changed_term_moves_what_has_no_report_and_leaves_what_has() =>
        Given(Underway with { EndsOn = Day("2026-12-18") }, Drafted).Then(
            "REPORT_TO_FINALISE (2026-04-01) from 2026-08-28 GUIDE 2026-10-15", "REPORT_TO_DRAFT (2026-10-01) from 2026-11-12 GUIDE 2026-12-11");

    [Fact]
    public void What_is_recorded_is_wanted_for_the_earliest_report_that_is_not_finalised()
    {
        var first = new NextReport(Span("2026-04-01", "2026-09-30"), Day("2026-08-28"), Day("2026-10-15"), DueKind.GUIDE);
        var second = new NextReport(Span("2026-10-01", "2027-03-31"), Day("2027-02-22"), Day("2027-03-24"), DueKind.GUIDE);
        Next(Underway).ShouldBe(first);
        Next(Underway, Drafted).ShouldBe(first);
        Next(Underway, Drafted, Frozen).ShouldBe(second);
        Next(Underway, Drafted with { Replaces = new(Guid.NewGuid(), [5], Reason: null) }).ShouldBe(second);
        Next(Agreed(ReportingBasis.FISCAL_HALF)).ShouldBe(first with { DueIs = DueKind.DEADLINE });
        Next(Underway with { SignedOn = null }).ShouldBeNull();
        Next(Terminated("2026-09-30"), Drafted, Frozen).ShouldBeNull();
    }

    private static DutiesOf Given(Contract contract, params IReadOnlyList<IReportEvent> events) => Of(sectionIsHere: true, contract, events);

    private static DutiesOf Of(bool sectionIsHere, Contract contract, params IReadOnlyList<IReportEvent> events) =>
        new(ReportDuties.Of(ContractId, contract, events.Count == 0 ? new Dictionary<Guid, Report>() : new() { [Id] = Fold(events) }, [], sectionIsHere));

    private static NextReport? Next(Contract contract, params IReadOnlyList<IReportEvent> events) => ReportDuties.Next(contract, events.Count == 0 ? [] : [Fold(events)], []);

    private static Report Fold(IEnumerable<IReportEvent> events) => events.Aggregate(Report.Initial, ReportDecider.Evolve);

    private static Contract Terminated(string on) => Underway with { Termination = new(Day(on), "双方の合意") };

    private static Contract Agreed(ReportingBasis basis, params IReadOnlyList<AgreedPeriod> calendar) => Underway with { Reporting = new(new(basis, calendar), Consulted) };
}
