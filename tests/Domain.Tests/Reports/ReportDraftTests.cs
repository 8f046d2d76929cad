using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Reports;
using static SecurityTracker.DomainTests.Deadlines.Days;
using static SecurityTracker.DomainTests.Reports.ReportExamples;

namespace SecurityTracker.DomainTests.Reports;

public sealed class ReportDraftTests
{
    private static readonly PreviousReport Before = new(new Guid("01980000-0000-7000-8000-000000000003"),
        [new PreviousAnswer(5, NotApplicable("再委託先はありません。")), new PreviousAnswer(9, Implemented)]);

    [Fact]
    public void Every_row_of_the_form_is_there_and_1_is_not() => Drafted.Rows.Select(row => row.Number).ShouldBe(Enumerable.Range(2, 16));

    [Fact]
    public void A_record_is_copied_with_its_version() =>
        Draft(Records).Rows[3].ShouldBe(new ReportRow(5, Implemented, RowOrigin.RECORD, ObligationVersion: 5));

    [Fact]
    public void Where_nothing_is_recorded_the_last_report_stands_in() =>
        Draft([]).Rows[3].ShouldBe(new ReportRow(5, NotApplicable("再委託先はありません。"), RowOrigin.LAST_REPORT, ObligationVersion: 0));

    [Fact]
    public void Where_neither_says_anything_the_row_is_open() =>
        Draft([]).Rows[4].ShouldBe(new ReportRow(6, RowAnswer.Open, RowOrigin.REPORT, ObligationVersion: 0));

    [Fact]
    public void An_added_item_is_a_row_after_the_forms_own()
    {
        var drafted = ReportDraft.Of(ContractId, Drafted.Period, Annex, Header, [new ExtraRow(101, "追加の事項")],
            [new RecordedAnswer(101, Implemented, Version: 2)], previous: null);
        drafted.Rows[^1].ShouldBe(new ReportRow(101, Implemented, RowOrigin.RECORD, ObligationVersion: 2));
    }

    [Fact]
    public void After_a_change_of_edition_answers_are_compared_by_what_they_answer_to()
    {
        var (a, d) = (ShippedEditions.All.Single(edition => edition.Code == "ED-A"), ShippedEditions.All.Single(edition => edition.Code == "ED-D"));
        var before = Before with { Answers = [new PreviousAnswer(11, NotApplicable("再委託先はありません。")), new PreviousAnswer(17, Implemented)] };
        before.In(d, a).Answers.ShouldBe([new PreviousAnswer(5, NotApplicable("再委託先はありません。"))]);
        before.In(a, a).Answers.ShouldBe(before.Answers);
    }

    private static ReportDrafted Draft(IReadOnlyList<RecordedAnswer> records) =>
        ReportDraft.Of(ContractId, Span("2026-10-01", "2027-03-31"), Annex, Header, [], records, Before);
}
