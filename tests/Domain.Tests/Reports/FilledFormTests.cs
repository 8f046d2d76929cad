using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Reports;

namespace SecurityTracker.DomainTests.Reports;

public sealed class FilledFormTests
{
    private static readonly FormHeader Header = new(
        new(2026, 10, 15), DocumentNumber: null, "経済産業省商務課長 殿", "東京都千代田区霞が関１－３－１", "株式会社霞", "代表取締役", "髙橋　一郎", new(2026, 7, 10), "調査事業");

    [Fact]
    public void A_row_that_is_not_done_or_does_not_apply_stands_on_the_reason_sheet() =>
        Form(new FormAnswer(2, ImplementationStatus.IMPLEMENTED), new FormAnswer(3, ImplementationStatus.NOT_APPLICABLE, "監査の通知がないため。"))
            .Reasons[0].ShouldBe(new("事項３）", ImplementationStatus.NOT_APPLICABLE, "監査の通知がないため。"));

    [Fact]
    public void A_statement_that_is_always_explained_stands_there_even_when_all_is_done() =>
        Form(new FormAnswer(3, ImplementationStatus.IMPLEMENTED, Explanation: "選定基準に定めた。"))
            .Reasons.ShouldBe([new("事項３）②", ImplementationStatus.IMPLEMENTED, "選定基準に定めた。")]);

    [Fact]
    public void The_reason_of_the_row_stands_for_an_explanation_that_was_not_written() =>
        Form(new FormAnswer(3, ImplementationStatus.NOT_APPLICABLE, "構築しないため。"))
            .Reasons.Select(entry => entry.Text).ShouldBe(["構築しないため。", "構築しないため。"]);

    [Fact]
    public void Every_row_is_printed_whether_answered_or_not() =>
        Form().Rows.Select(row => (row.Number, row.Status)).ShouldBe([(2, null), (3, null)]);

    [Fact]
    public void The_office_of_the_representative_stands_before_the_name() => Form().RepresentativeName.ShouldBe("代表取締役　髙橋　一郎");

    [Fact]
    public void Extra_rows_follow_and_bring_their_reasons()
    {
        var form = FilledForm.From(Edition, Header, [], [new("追加の対策を行う。", ImplementationStatus.NOT_IMPLEMENTED, "準備中のため。")]);
        form.Rows[^1].ShouldBe(new FilledRow(4, "追加事項１", "追加の対策を行う。", ImplementationStatus.NOT_IMPLEMENTED));
        form.Reasons[^1].ShouldBe(new("追加事項１", ImplementationStatus.NOT_IMPLEMENTED, "準備中のため。"));
    }

    [Fact]
    public void An_edition_without_a_form_gets_the_agreed_layout_and_says_so()
    {
        var form = FilledForm.From(Edition with { Form = null }, Header, []);
        form.AgreedLayout.ShouldBeTrue();
        form.Mark.ShouldBe("協議により定めた様式");
        form.Closing.ShouldBeNull();
        form.Rows.Select(row => (row.Label, row.Text)).ShouldBe([("情報セキュリティに関する事項２）", "二"), ("情報セキュリティに関する事項３）", "三")]);
    }

    [Theory]
    [InlineData(2026, 5, 20, "令和８年５月２０日")]
    [InlineData(2019, 5, 1, "令和元年５月１日")]
    [InlineData(2019, 4, 30, "平成３１年４月３０日")]
    [InlineData(1989, 1, 7, "昭和６４年１月７日")]
    public void Dates_are_printed_in_the_Japanese_calendar_and_read_back(int year, int month, int day, string printed)
    {
        Wareki.Format(new(year, month, day)).ShouldBe(printed);
        Wareki.Parse(printed).ShouldBe(new DateOnly(year, month, day));
    }

    [Theory]
    [InlineData("令和 8年 5月 20日", 2026)]
    [InlineData("令和元年５月２０日", 2019)]
    public void Dates_are_read_in_any_width(string printed, int year) => Wareki.Parse(printed).ShouldBe(new DateOnly(year, 5, 20));

    [Theory]
    [InlineData(Wareki.Blank)]
    [InlineData("令和８年２月３０日")]
    [InlineData("令和０年２月３日")]
    public void A_blank_or_impossible_date_is_none(string printed) => Wareki.Parse(printed).ShouldBeNull();

    [Fact]
    public void A_replacement_names_the_rows_that_changed_and_what_it_stands_in_for()
    {
        var before = ReportDecider.Evolve(Report.Initial, ReportExamples.Drafted);
        var after = ReportDecider.Evolve(before, new ReportRowChanged(9, ReportExamples.NotImplemented("変更。")));
        ReplacementNote.Of(after, before)!.Sentence.ShouldBe("差替え（令和８年１０月９日付けの報告書に代わるもの。変更した項目：９））");
        ReplacementNote.Of(before, before)!.Rows.ShouldBe("なし");
        ReplacementNote.Of(after, handedIn: null).ShouldBeNull();
    }

    private static FilledForm Form(params FormAnswer[] answers) => FilledForm.From(Edition, Header, answers);

    private static AnnexEdition Edition { get; } = new(
        "ED-T",
        Revision: 1,
        "試験",
        "試験",
        "受注者",
        "以下の事項について遵守すること。",
        [
            new(1, "3:1", Heading: null, "一", []),
            new(2, "3:2", Heading: null, "二", []),
            new(3, "3:3", Heading: null, "三", [new("3:3.1", "①", "あ", []), new("3:3.2", "②", "い", [], AlwaysExplained: true)]),
        ],
        new("別紙", "課長 殿", "報告書", "報告します。", "１．契約件名等", "２．報告事項", ["項目", "確認事項", "実施状況"], [new(2, "事項２）", "二の行"), new(3, "事項３）", "三の行")], ["１．注"], "（閉）"));
}
