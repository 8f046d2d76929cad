using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Reports;
using static SecurityTracker.DomainTests.Deadlines.Days;
using static SecurityTracker.DomainTests.Reports.ReportExamples;

namespace SecurityTracker.DomainTests.Reports;

public sealed class ReportChecksTests
{
    private static readonly Answers NoToAll = new(false, false, false, false, false, false);

    [Fact]
    public void A_report_in_order_has_no_finding() => Run(Fold(Drafted), Facts).ShouldBeEmpty();

    [Fact]
    public void A_missing_status_blocks() => Run(With(5, RowAnswer.Open)).ShouldContain(new Found("BLOCKING status-missing 5 /rows/5/status"));

    [Theory]
    [InlineData("経済産業省○○○課長　殿")]
    [InlineData("関東経済産業局〇〇〇課長 殿")]
    [InlineData("経済産業省◯◯課長　殿")]
    [InlineData("経済産業省●●課長　殿")]
    [InlineData("経済産業省○ ○ ○課長　殿")]
    [InlineData("経済産業省△△課長　殿")]
    [InlineData("経済産業省××課長　殿")]
    [InlineData("経済産業省＿＿＿課長　殿")]
    [InlineData("経済産業省（　　）課長　殿")]
    [InlineData("〇〇〇　殿")]
    public void An_addressee_that_is_still_the_pattern_blocks(string addressee) =>
        Run(Fold(Drafted with { Header = Header with { Addressee = addressee } })).ShouldBe([new Found("BLOCKING addressee-placeholder  /header/addressee")]);

    [Theory]
    [InlineData("令和　年　月　日に消去する。")]
    [InlineData("令和８年　月　日に消去する。")]
    [InlineData("令和●年●月●日に消去する。")]
    [InlineData("令和＿年＿月に消去する。")]
    [InlineData("○○社に委託する。")]
    public void A_reason_with_a_place_left_open_blocks(string reason) =>
        Run(With(8, NotImplemented(reason))).ShouldContain(new Found("BLOCKING text-placeholder 8 /rows/8/reason"));

    [Theory]
    [InlineData("二〇〇〇年記念事業課長　殿")]
    [InlineData("一〇〇周年課長　殿")]
    [InlineData("令和８年度課長（総務）　殿")]
    [InlineData("Ｘ線課長　殿")]
    public void A_zero_in_a_figure_and_a_filled_bracket_are_no_pattern(string addressee) =>
        Run(Fold(Drafted with { Header = Header with { Addressee = addressee } })).ShouldBeEmpty();

    [Fact]
    public void Every_line_above_the_table_and_every_text_in_it_is_looked_at()
    {
        var header = Header with { DocumentNumber = "○○第○○号", ContractorAddress = "東京都○○区", ContractorName = "株式会社〇〇", RepresentativeTitle = "●●取締役", ContractName = "令和　年　月　日の事業" };
        Run(Fold(Drafted, new ReportHeaderChanged(header)), Facts with { RepresentativeName = "○○　○○" }).Count(found => found.Text.StartsWith("BLOCKING header-placeholder", StringComparison.Ordinal)).ShouldBe(6);
        Run(With(8, NotImplemented("令和　年　月　日に消去する。"))).ShouldContain(new Found("BLOCKING text-placeholder 8 /rows/8/reason"));
        Run(With(15, Implemented with { Explanation = "○○システムを閉鎖した。" })).ShouldContain(new Found("BLOCKING text-placeholder 15 /rows/15/explanation"));
        Run(With(8, NotImplemented("令和８年５月２０日に○×式の表で確かめた。"))).ShouldNotContain(new Found("BLOCKING text-placeholder 8 /rows/8/reason"));
    }

    [Fact]
    public void A_draft_on_days_that_the_ministry_kept_an_earlier_record_of_is_told_so()
    {
        var facts = Facts with { PriorDays = [Span("2026-04-01", "2026-06-30"), Span("2026-10-01", "2027-03-31")] };
        Run(Fold(Drafted), facts).ShouldBe([new Found("NOTICE prior-report-overlaps  ")]);
        Run(Fold(Drafted, new ReportFinalised(Files, Header)), facts).ShouldBeEmpty("it is finalised and can be handed in");
    }

    [Fact]
    public void A_missing_reason_blocks() => Run(With(5, NotImplemented(null))).ShouldContain(new Found("BLOCKING reason-missing 5 /rows/5/reason"));

    [Fact]
    public void The_statement_that_is_always_explained_blocks_even_when_implemented() =>
        Run(With(15, Implemented)).ShouldContain(new Found("BLOCKING explanation-missing 15 /rows/15/explanation"));

    [Fact]
    public void The_reason_of_15_not_applicable_stands_for_the_explanation() =>
        Run(With(15, NotApplicable("システムはありません。"))).ShouldContain(new Found("NOTICE explanation-from-reason 15 /rows/15"));

    [Fact]
    public void An_edition_without_that_statement_wants_no_explanation()
    {
        var without = Annex with { Requirements = [.. Annex.Requirements.Select(requirement => requirement with { Statements = [] })] };
        Run(With(15, Implemented), Facts with { Edition = without }).ShouldBe([new Found("NOTICE differs-from-record 15 /rows/15")]);
    }

    [Fact]
    public void Each_blank_of_the_header_blocks()
    {
        var header = Header with { Addressee = "", ContractorName = " ", ContractSignedOn = null, ReportedOn = null };
        var found = Run(Fold(Drafted, new ReportHeaderChanged(header)), Facts with { RepresentativeName = null });
        found.ShouldContain(new Found("BLOCKING header-blank  /header/addressee"));
        found.ShouldContain(new Found("BLOCKING header-blank  /header/contractorName"));
        found.ShouldContain(new Found("BLOCKING header-blank  /header/representativeName"));
        found.ShouldContain(new Found("BLOCKING signing-date-missing  /header/contractSignedOn"));
        found.ShouldContain(new Found("BLOCKING reported-on-missing  /header/reportedOn"));
    }

    [Fact]
    public void A_contract_renamed_since_is_noticed() =>
        Run(Fold(Drafted), Facts with { Contract = Underway with { Name = "改めた名" } }).ShouldBe([new Found("NOTICE header-differs  /header")]);

    [Fact]
    public void A_character_that_no_font_has_blocks() =>
        Run(Fold(Drafted), Facts with { Unprintable = [new UnprintableText("代表者氏名", "𰻞", "U+30EDE")] }).ShouldBe([new Found("BLOCKING glyph-missing  ")]);

    [Fact]
    public void The_record_changed_since_is_noticed_and_the_row_stays()
    {
        var later = Records.Select(record => record.Number == 9 ? new RecordedAnswer(9, NotImplemented("変更あり。"), Version: 40) : record);
        var report = Fold(Drafted);
        Run(report, Facts with { Records = [.. later] }).ShouldBe([new Found("NOTICE differs-from-record 9 /rows/9")]);
        report.Row(9)!.Answer.ShouldBe(Implemented);
    }

    [Fact]
    public void A_new_version_that_says_the_same_is_no_difference() =>
        Run(Fold(Drafted), Facts with { Records = [.. Records.Select(record => record with { Version = 99 })] }).ShouldBeEmpty();

    [Fact]
    public void The_same_reason_for_two_periods_is_noticed()
    {
        var drafted = Drafted with { PreviousId = Guid.Empty, Previous = [new PreviousAnswer(8, NotImplemented("契約期間中のため。"))] };
        Run(Fold(drafted), Facts).ShouldBe([new Found("NOTICE reason-unchanged 8 /rows/8")]);
    }

    [Fact]
    public void Not_applicable_against_a_yes_is_noticed()
    {
        var yes = NoToAll with { Subcontracting = true, Cloud = true };
        var facts = Facts with { Contract = Underway with { Answers = yes } };
        Run(With(5, NotApplicable("なし。")), facts).ShouldContain(new Found("NOTICE contradicts-answers 5 /rows/5"));
        Run(With(13, NotApplicable("なし。")), facts).ShouldContain(new Found("NOTICE contradicts-answers 13 /rows/13"));
        Run(With(6, NotApplicable("なし。")), facts).ShouldNotContain(new Found("NOTICE contradicts-answers 6 /rows/6"));
    }

    [Theory]
    [InlineData(SubcontractorKind.SUBCONTRACTOR, "2026-06-01", null, true)]
    [InlineData(SubcontractorKind.CONSORTIUM_MEMBER, "2026-06-01", null, true)]
    [InlineData(SubcontractorKind.JOINT_MEMBER, "2026-06-01", null, false)]
    [InlineData(SubcontractorKind.SUBCONTRACTOR, "2026-10-01", null, false)]
    [InlineData(SubcontractorKind.SUBCONTRACTOR, "2026-01-01", "2026-04-01", false)]
    [InlineData(SubcontractorKind.SUBCONTRACTOR, "2026-01-01", "2026-04-02", true)]
    public void Not_applicable_beside_a_subcontractor_of_the_period_is_noticed(SubcontractorKind kind, string from, string? endedOn, bool noticed)
    {
        var firm = new Subcontractor(Guid.Empty, OrganisationId: null, "株式会社別", kind, [], Day(from), endedOn is null ? null : Day(endedOn));
        var facts = Facts with { Contract = Underway with { Subcontractors = [firm] } };
        Run(With(5, NotApplicable("なし。")), facts).Contains(new Found("NOTICE contradicts-subcontractors 5 /rows/5")).ShouldBe(noticed);
    }

    [Fact]
    public void Eight_implemented_before_the_end_is_noticed() => Run(With(8, Implemented)).ShouldContain(new Found("NOTICE closure-before-end 8 /rows/8"));

    [Fact]
    public void Eight_implemented_at_the_end_is_not()
    {
        var last = Drafted with { Period = Span("2026-10-01", "2027-03-31") };
        Run(Fold(last, new ReportRowChanged(8, Implemented)), Facts).ShouldNotContain(new Found("NOTICE closure-before-end 8 /rows/8"));
    }

    [Fact]
    public void Another_norm_in_force_than_named_is_noticed() =>
        Run(Fold(Drafted), Facts with { Contract = Underway with { NamedNorm = "令和５年度版" } }).ShouldBe([new Found("NOTICE norm-differs 2 /rows/2")]);

    [Fact]
    public void In_an_edition_of_18_items_each_finding_stands_at_its_own_number()
    {
        var eighteen = Annex with
        {
            Code = "ED-A",
            Requirements = [.. Enumerable.Range(1, 18).Select(number => new Requirement(number, $"18:{number}", Heading: null, $"事項{number}", []))],
        };
        var facts = Facts with { Edition = eighteen, Contract = Underway with { Answers = NoToAll with { Subcontracting = true } } };
        Run(With(11, NotApplicable("なし。")), facts).ShouldContain(new Found("NOTICE contradicts-answers 11 /rows/11"));
        Run(With(5, Implemented), facts).ShouldContain(new Found("NOTICE closure-before-end 5 /rows/5"));
    }

    private static Report Fold(params IReadOnlyList<IReportEvent> events) => events.Aggregate(Report.Initial, ReportDecider.Evolve);

    private static Report With(int number, RowAnswer answer) => Fold(Drafted, new ReportRowChanged(number, answer));

    private static Found[] Run(Report report, ReportFacts? facts = null) =>
        [.. ReportChecks.Run(report, facts ?? Facts).Select(check => new Found($"{check.Severity} {check.Code} {check.Number} {check.Pointer}"))];

    private sealed record Found(string Text);
}
