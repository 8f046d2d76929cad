using SecurityTracker.Domain;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Reports;
using static SecurityTracker.DomainTests.Deadlines.Days;
using static SecurityTracker.DomainTests.Reports.ReportExamples;

namespace SecurityTracker.DomainTests.Reports;

public sealed class ReportDeciderTests
{
    private static readonly Specification<Report, IReportEvent, IReportCommand> Decider = new(Report.Initial, ReportDecider.Evolve, ReportDecider.Decide);

    private static readonly ReportFinalised Finalised = new(Files, Header);

    [Fact]
    public void A_period_within_the_term_is_drafted() =>
        Decider.Given().When(new DraftReport(Span("2026-04-01", "2027-03-31"), Drafted)).Then(Drafted);

    [Theory]
    [InlineData("2026-03-31", "2026-09-30")]
    [InlineData("2026-10-01", "2027-04-01")]
    public void A_period_outside_the_term_is_refused(string from, string to) =>
        Decider.Given().When(new DraftReport(Span("2026-04-01", "2027-03-31"), Drafted with { Period = Span(from, to) }))
            .Then(ReportRefusals.PeriodOutsideTerm);

    [Fact]
    public void A_period_that_ends_before_it_starts_is_refused() =>
        Decider.Given().When(new DraftReport(Span("2026-04-01", "2027-03-31"), Drafted with { Period = Span("2026-09-30", "2026-04-01") }))
            .Then(ReportRefusals.PeriodReversed);

    [Fact]
    public void A_row_is_answered_in_the_report() =>
        Decider.Given(Drafted).When(new ChangeReportRow(5, NotApplicable("再委託先はありません。")))
            .Then(new ReportRowChanged(5, NotApplicable("再委託先はありません。")));

    [Fact]
    public void The_same_answer_again_records_nothing() => Decider.Given(Drafted).When(new ChangeReportRow(5, Implemented)).ThenNothing();

    [Fact]
    public void A_row_may_be_opened_again() =>
        Decider.Given(Drafted).When(new ChangeReportRow(5, RowAnswer.Open)).Then(new ReportRowChanged(5, RowAnswer.Open));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" 　\n")]
    public void Not_implemented_without_a_reason_is_refused(string? reason) =>
        Decider.Given(Drafted).When(new ChangeReportRow(5, NotImplemented(reason))).Then(ObligationRefusals.ReasonMissing);

    [Fact]
    public void Four_thousand_characters_are_taken_and_no_more()
    {
        var text = string.Concat(Enumerable.Repeat("𠮷", 4000));
        Decider.Given(Drafted).When(new ChangeReportRow(5, NotImplemented(text))).Then(new ReportRowChanged(5, NotImplemented(text)));
        Decider.Given(Drafted).When(new ChangeReportRow(5, NotImplemented(text + "字"))).Then(ObligationRefusals.ReasonTooLong);
        Decider.Given(Drafted).When(new ChangeReportRow(15, Implemented with { Explanation = text + "字" })).Then(ReportRefusals.ExplanationTooLong);
    }

    [Fact]
    public void A_row_that_the_form_does_not_have_is_refused() =>
        Decider.Given(Drafted).When(new ChangeReportRow(1, Implemented)).Then(ReportRefusals.RowUnknown);

    [Fact]
    public void The_status_of_the_explained_part_stays_while_the_row_keeps_its_own()
    {
        var rolledUp = Implemented with { Explanation = "該当する閉鎖なし。", ExplanationStatus = ImplementationStatus.NOT_APPLICABLE };
        Decider.Given(Drafted, new ReportRowTakenOver(15, rolledUp, 9))
            .When(new ChangeReportRow(15, Implemented with { Explanation = "閉鎖は予定していません。" }))
            .Then(new ReportRowChanged(15, rolledUp with { Explanation = "閉鎖は予定していません。" }));
    }

    [Fact]
    public void The_record_is_taken_over_with_its_version() =>
        Decider.Given(Drafted).When(new TakeOverReportRow(5, new RecordedAnswer(5, NotApplicable("なし。"), Version: 7)))
            .Then(new ReportRowTakenOver(5, NotApplicable("なし。"), 7));

    [Fact]
    public void A_record_without_a_status_cannot_be_taken_over() =>
        Decider.Given(Drafted).When(new TakeOverReportRow(5, new RecordedAnswer(5, RowAnswer.Open, Version: 1))).Then(ReportRefusals.NothingRecorded);

    [Fact]
    public void A_row_written_here_goes_back_to_the_record() =>
        Decider.Given(Drafted, new ReportRowChanged(5, NotApplicable("なし。")))
            .When(new TakeOverReportRow(5, new RecordedAnswer(5, Implemented, Version: 5)))
            .ThenState(report => report.Row(5).ShouldBe(new ReportRow(5, Implemented, RowOrigin.RECORD, 5)));

    [Fact]
    public void A_record_without_text_does_not_blank_what_is_written()
    {
        Decider.Given(Drafted).When(new TakeOverReportRow(15, new RecordedAnswer(15, Implemented, 9))).Then(ReportRefusals.RecordEmpty);
        Decider.Given(Drafted).When(new TakeOverReportRow(15, new RecordedAnswer(15, Implemented with { Explanation = " " }, 9))).Then(ReportRefusals.RecordEmpty);
        Decider.Given(Drafted).When(new TakeOverReportRow(8, new RecordedAnswer(8, NotImplemented(null), 9))).Then(ReportRefusals.RecordEmpty);
        Decider.Given(Drafted).When(new TakeOverReportRow(8, new RecordedAnswer(8, Implemented, 9))).Then(new ReportRowTakenOver(8, Implemented, 9));
    }

    [Fact]
    public void The_header_takes_what_is_open_yet()
    {
        var open = Header with { ReportedOn = null, Addressee = "", ContractSignedOn = null };
        Decider.Given(Drafted).When(new ChangeReportHeader(open, "")).Then(new ReportHeaderChanged(open));
    }

    [Fact]
    public void A_line_of_the_header_is_one_line_of_at_most_200_characters()
    {
        Decider.Given(Drafted).When(new ChangeReportHeader(Header with { Addressee = "一行目\n二行目" }, "山田 太郎")).Then(TextRefusals.NotPrintable);
        Decider.Given(Drafted).When(new ChangeReportHeader(Header with { ContractName = new string('件', 201) }, "山田 太郎")).Then(TextRefusals.TooLong(200));
    }

    [Fact]
    public void A_complete_report_is_finalised_with_its_files() =>
        Decider.Given(Drafted).When(new FinaliseReport([], Files, Header)).Then(Finalised);

    [Fact]
    public void A_notice_does_not_stop_finalising() =>
        Decider.Given(Drafted).When(new FinaliseReport([Finding(CheckSeverity.NOTICE)], Files, Header)).Then(Finalised);

    [Fact]
    public void What_is_missing_stops_finalising() =>
        Decider.Given(Drafted).When(new FinaliseReport([Finding(CheckSeverity.BLOCKING)], Files, Header)).Then(ReportRefusals.Incomplete);

    [Fact]
    public void What_is_finalised_never_changes()
    {
        var history = Decider.Given(Drafted, Finalised);
        foreach (var command in Changes())
        {
            history.When(command).Then(ReportRefusals.Finalised);
        }
    }

    [Fact]
    public void A_draft_is_discarded_once()
    {
        Decider.Given(Drafted).When(new DiscardReport()).Then(new ReportDiscarded());
        Decider.Given(Drafted, new ReportDiscarded()).When(new DiscardReport()).ThenNothing();
        Decider.Given(Drafted, new ReportDiscarded()).When(new ChangeReportRow(5, RowAnswer.Open)).Then(ReportRefusals.Discarded);
    }

    private static IReportCommand[] Changes() =>
    [
        new ChangeReportHeader(Header with { Addressee = "別の課長　殿" }, "山田 太郎"),
        new ChangeReportRow(5, NotImplemented("別の理由")),
        new TakeOverReportRow(5, new RecordedAnswer(5, NotApplicable("なし。"), 7)),
        new FinaliseReport([], Files, Header),
        new DiscardReport(),
    ];

    private static ReportCheck Finding(CheckSeverity severity) => new("status-missing", severity, 5, new("", ""));
}
