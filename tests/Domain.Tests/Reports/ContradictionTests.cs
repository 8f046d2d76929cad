using System.Globalization;
using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Parts;
using SecurityTracker.Domain.Reports;
using static SecurityTracker.DomainTests.Deadlines.Days;
using static SecurityTracker.DomainTests.Reports.ReportExamples;

namespace SecurityTracker.DomainTests.Reports;

/// <summary>A report on April to September 2026 beside the officer's words and the parts of those who take part.</summary>
public sealed class ContradictionTests
{
    private static readonly Answers NoToAll = new(false, false, false, false, false, false);
    private static readonly Subcontractor Printer = new(
        new("01980000-0000-7000-8000-0000000000b1"), OrganisationId: null, "株式会社印刷", SubcontractorKind.SUBCONTRACTOR, [5, 9], Day("2026-05-01"), EndedOn: null);

    [Theory]
    [InlineData("ED-C", 6, "BRING_IN", "NOT_APPLICABLE", "given 2026-05-01", "contradicts-act")]
    [InlineData("ED-C", 6, "COPY_INSIDE", "NOT_APPLICABLE", "asked", "contradicts-act")]
    [InlineData("ED-C", 6, "BRING_IN", "NOT_APPLICABLE", "given 2026-03-01", null)]
    [InlineData("ED-C", 6, "BRING_IN", "NOT_APPLICABLE", "standing 2026-03-01", "contradicts-act")]
    [InlineData("ED-C", 6, "BRING_IN", "NOT_APPLICABLE", "standing 2026-03-01 2026-03-31", null)]
    [InlineData("ED-C", 6, "BRING_IN", "NOT_APPLICABLE", "given 2026-10-01", null)]
    [InlineData("ED-C", 6, "BRING_IN", "IMPLEMENTED", "asked", "act-not-given-yet")]
    [InlineData("ED-C", 6, "BRING_IN", "IMPLEMENTED", "asked 2026-10-01", null)]
    [InlineData("ED-C", 6, "BRING_IN", "IMPLEMENTED", "given 2026-03-01", null)]
    [InlineData("ED-C", 6, "BRING_IN", "NOT_IMPLEMENTED", "asked", null)]
    [InlineData("ED-C", 7, "COPY_OUTSIDE", "NOT_APPLICABLE", "given 2026-05-01", "contradicts-act")]
    [InlineData("ED-C", 7, "COPY_ERASURE", "NOT_APPLICABLE", "given 2026-05-01 2026-05-01", "contradicts-act")]
    [InlineData("ED-C", 7, "COPY_OUTSIDE", "IMPLEMENTED", "asked", "act-not-given-yet")]
    [InlineData("ED-C", 9, "DISCLOSURE", "NOT_APPLICABLE", "given 2026-05-01", "contradicts-act")]
    [InlineData("ED-C", 14, "CLOUD_USE", "NOT_APPLICABLE", "given 2026-03-01", "contradicts-act")]
    [InlineData("ED-C", 14, "CLOUD_USE", "IMPLEMENTED", "asked", "act-not-given-yet")]
    [InlineData("ED-C", 15, "VULNERABILITY_PLAN", "NOT_APPLICABLE", "asked", "contradicts-act")]
    [InlineData("ED-C", 16, "PRIVACY_POLICY", "NOT_APPLICABLE", "given 2026-05-01 2026-05-01", "contradicts-act")]
    [InlineData("ED-C", 17, "IPA_CHECKLIST", "NOT_APPLICABLE", "given 2026-05-01 2026-05-01", "contradicts-act")]
    [InlineData("ED-D", 14, "CLOUD_USE", "NOT_APPLICABLE", "asked", "contradicts-act")]
    [InlineData("ED-A", 3, "BRING_IN", "NOT_APPLICABLE", "given 2026-05-01", "contradicts-act")]
    [InlineData("ED-A", 4, "COPY_OUTSIDE", "IMPLEMENTED", "asked", "act-not-given-yet")]
    [InlineData("ED-A", 17, "CLOUD_USE", "NOT_APPLICABLE", "given 2026-05-01", null)]
    public void A_row_beside_the_officers_word(string edition, int number, string subject, string status, string word, string? code)
    {
        var facts = Knowing(edition, new Contract(), [Word(subject, word)]);
        Codes(With(edition, number, new RowAnswer(Enum.Parse<ImplementationStatus>(status), "理由")), facts, number).ShouldBe(code is null ? [] : [code]);
    }

    [Theory]
    [InlineData("ED-C", 6)]
    [InlineData("ED-C", 7)]
    [InlineData("ED-C", 14)]
    [InlineData("ED-A", 3)]
    [InlineData("ED-A", 4)]
    public void A_row_that_was_done_by_the_answers_and_has_no_word_recorded(string edition, int number)
    {
        var yes = NoToAll with { BringsDevices = true, CopiesOutside = true, Cloud = true };
        Codes(With(edition, number, Implemented), Knowing(edition, new(yes), []), number).ShouldBe(["act-not-recorded"]);
        Codes(With(edition, number, Implemented), Knowing(edition, new(NoToAll), []), number).ShouldBeEmpty();
    }

    [Fact]
    public void Eight_done_at_the_end_wants_its_confirmation()
    {
        var last = With("ED-C", 8, Implemented) with { Period = Span("2026-10-01", "2027-03-31") };
        Codes(last, Knowing("ED-C", new(), []), 8).ShouldBe(["act-not-recorded"]);
        Codes(last, Knowing("ED-C", new(), [Word("RETURN_OR_ERASURE", "asked")]), 8).ShouldBe(["act-not-given-yet"]);
        Codes(last, Knowing("ED-C", new(), [Word("RETURN_OR_ERASURE", "given 2027-03-30")]), 8).ShouldBeEmpty();
    }

    [Fact]
    public void Eight_during_the_term_is_no_answer_after_the_end()
    {
        var during = new RowAnswer(ImplementationStatus.NOT_IMPLEMENTED, "契約期間中のため。");
        Codes(With("ED-C", 8, during), Knowing("ED-C", new(), []), 8).ShouldBeEmpty();
        var last = With("ED-C", 8, during) with { Period = Span("2026-10-01", "2027-03-31") };
        Codes(Dated(last, "2027-03-31"), Knowing("ED-C", new(), []), 8).ShouldBeEmpty();
        Codes(Dated(last, "2027-04-01"), Knowing("ED-C", new(), []), 8).ShouldBe(["closure-after-end"]);
        var facts = Knowing("ED-C", new(), []);
        Codes(With("ED-C", 8, during), facts with { Contract = facts.Contract with { Termination = new(Day("2026-09-29"), "解除") } }, 8).ShouldBe(["closure-after-end"]);

        static Report Dated(Report report, string day) => report with { Header = report.Header with { ReportedOn = Day(day) } };
    }

    [Fact]
    public void The_statement_on_closure_has_a_status_of_its_own()
    {
        var designated = Word("CLOSURE_DATE", "given 2026-05-01 2027-02-28");
        var without = Implemented with { Explanation = "閉鎖するシステムはない。", ExplanationStatus = ImplementationStatus.NOT_APPLICABLE };
        var found = ReportChecks.Run(With("ED-C", 15, without), Knowing("ED-C", new(), [designated])).Single(check => check.Code == "contradicts-act");
        found.Messages.Ja.ShouldBe("15)⑩は「該当なし」ですが、報告期間に係る「閉鎖期日の指定」の指定が記録されています。どちらが正しいかご確認ください。");
        Codes(With("ED-B", 15, Implemented), Knowing("ED-B", new(), [designated]), 15).ShouldBeEmpty();

        var last = With("ED-C", 15, Implemented with { Explanation = "閉鎖した。" }) with { Period = Span("2026-10-01", "2027-03-31") };
        Codes(last, Knowing("ED-C", new(NoToAll with { SystemOrSite = true }), []), 15).ShouldBe(["act-not-recorded"]);
        Codes(last, Knowing("ED-C", new(NoToAll with { SystemOrSite = true }), [designated]), 15).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false, true, "IMPLEMENTED", "subcontractors-answered-no")]
    [InlineData(true, false, "IMPLEMENTED", "subcontractors-not-registered")]
    [InlineData(true, false, "NOT_IMPLEMENTED", null)]
    [InlineData(true, true, "IMPLEMENTED", null)]
    [InlineData(false, false, "NOT_APPLICABLE", null)]
    [InlineData(false, true, "NOT_APPLICABLE", "contradicts-subcontractors")]
    public void The_answer_on_subcontracting_beside_those_who_are_registered(bool answer, bool registered, string status, string? code)
    {
        var facts = Knowing("ED-C", new(NoToAll with { Subcontracting = answer }, registered ? [Printer] : []), []);
        Codes(With("ED-C", 5, new RowAnswer(Enum.Parse<ImplementationStatus>(status), "理由")), facts, 5).ShouldBe(code is null ? [] : [code]);
    }

    [Theory]
    [InlineData("IMPLEMENTED", null, "part-not-filled")]
    [InlineData("IMPLEMENTED", "NOT_IMPLEMENTED", "part-not-implemented")]
    [InlineData("IMPLEMENTED", "IMPLEMENTED", null)]
    [InlineData("IMPLEMENTED", "NOT_APPLICABLE", null)]
    [InlineData("NOT_APPLICABLE", "IMPLEMENTED", "part-contradicts")]
    [InlineData("NOT_APPLICABLE", "NOT_APPLICABLE", null)]
    [InlineData("NOT_IMPLEMENTED", null, null)]
    public void A_row_beside_the_part_of_a_subcontractor(string status, string? inPart, string? code)
    {
        var part = PartOf(Printer, (5, ImplementationStatus.IMPLEMENTED), (9, inPart is null ? null : Enum.Parse<ImplementationStatus>(inPart)));
        var facts = Knowing("ED-C", new(NoToAll with { Subcontracting = true }, [Printer]), []) with { Parts = [part] };
        var report = With("ED-C", 9, new RowAnswer(Enum.Parse<ImplementationStatus>(status), "理由"));
        Codes(report, facts, 9).ShouldBe(code is null ? [] : [code]);
        Codes(report, facts with { Contract = facts.Contract with { Subcontractors = [Printer with { From = Day("2026-10-01") }] } }, 9).ShouldBeEmpty();
    }

    [Fact]
    public void A_part_in_which_nothing_is_entered_is_said_once()
    {
        var facts = Knowing("ED-C", new(NoToAll with { Subcontracting = true }, [Printer]), []) with { Parts = [PartOf(Printer)] };
        var found = ReportChecks.Run(With("ED-C", 5, Implemented), facts).Where(check => check.Code == "part-not-filled").ToList();
        found.ShouldHaveSingleItem().Number.ShouldBe(5);
        found[0].Messages.Ja.ShouldContain("株式会社印刷");
    }

    [Fact]
    public void Every_contradiction_has_a_sentence_in_both_languages_and_stops_nothing()
    {
        var facts = Knowing("ED-C", new(NoToAll with { Subcontracting = true, BringsDevices = true, Cloud = true }, [Printer]), [Word("COPY_OUTSIDE", "asked")]);
        var found = ReportChecks.Run(Fold("ED-C"), facts).Where(check => Contradictions.Codes.Contains(check.Code)).ToList();
        found.Count.ShouldBeGreaterThan(2);
        found.ShouldAllBe(check => check.Severity == CheckSeverity.NOTICE && check.Number != null && check.Messages.Ja.EndsWith('。') && check.Messages.En.EndsWith('.'));
    }

    private sealed record Contract(Answers? Answers = null, IReadOnlyList<Subcontractor>? Subcontractors = null);

    private static AnnexEdition Edition(string code) => ShippedEditions.All.Single(edition => edition.Code == code);

    private static ReportFacts Knowing(string edition, Contract contract, IReadOnlyList<OfficerWord> words) => Facts with
    {
        Edition = Edition(edition),
        Contract = Underway with { Answers = contract.Answers, Subcontractors = contract.Subcontractors ?? [] },
        Words = words,
    };

    private static Report Fold(string edition) => ReportDecider.Evolve(
        Report.Initial,
        ReportDraft.Of(ContractId, Span("2026-04-01", "2026-09-30"), Edition(edition), Header, [], [.. Enumerable.Range(2, 17).Select(n => new RecordedAnswer(n, Implemented, 1))], previous: null));

    private static Report With(string edition, int number, RowAnswer answer) => ReportDecider.Evolve(Fold(edition), new ReportRowChanged(number, answer));

    // "given DAY [UNTIL]", "standing DAY [UNTIL]", "asked [START]".
    private static OfficerWord Word(string subject, string said)
    {
        var (words, about) = (said.Split(' '), Enum.Parse<ProcedureSubject>(subject));
        DateOnly? At(int index) => words.Length > index ? DateOnly.Parse(words[index], CultureInfo.InvariantCulture) : null;
        return words[0] == "asked" ? new(about, On: null, StartsOn: At(1)) : new(about, At(1), StartsOn: null, At(2), Standing: words[0] == "standing");
    }

    private static Part PartOf(Subcontractor firm, params (int Number, ImplementationStatus? Status)[] rows) => Part.Initial with
    {
        ContractId = ContractId, SubcontractorId = firm.Id, Name = firm.Name, Numbers = firm.Numbers,
        Rows = [.. rows.Select(row => new PartRow(row.Number, Method: null, row.Status, Reason: null, EnteredBy.SUBCONTRACTOR, FileId: null))],
    };

    private static string[] Codes(Report report, ReportFacts facts, int number) =>
        [.. ReportChecks.Run(report, facts).Where(check => check.Number == number && Contradictions.Codes.Contains(check.Code) && check.Code != "closure-before-end").Select(check => check.Code)];
}
