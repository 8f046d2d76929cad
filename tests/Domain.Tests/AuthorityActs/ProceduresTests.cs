using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.DomainTests.Catalogue;

namespace SecurityTracker.DomainTests.AuthorityActs;

public sealed class ProceduresTests
{
    public static TheoryData<string> Codes => [.. ShippedEditions.All.Select(e => e.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_word_stands_in_its_sentence_and_the_sentence_in_the_edition(string code)
    {
        var edition = Edition(code);
        foreach (var p in Procedures.Of(edition))
        {
            p.Sentence.ShouldContain(p.Wording, Case.Sensitive, $"{p.Subject} {p.Act}{p.Communication}");
            if (p.Source == ProcedureSource.ANNEX)
            {
                var requirement = edition.Requirements.Single(r => r.Number == p.Number);
                requirement.Text.ShouldContain(p.Sentence);
                p.RequirementId!.Split('.')[0].ShouldBe(requirement.Id);
            }
            else if (p.Source == ProcedureSource.FORM_NOTE)
            {
                edition.Form!.Notes.ShouldContain(note => note.Contains(p.Sentence, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void What_stands_outside_the_annex_is_what_the_tender_of_002_prints()
    {
        var tender = MatchText.KeyOf(Seeds.Text("002"));
        foreach (var p in Procedures.Of(Edition("ED-B")).Where(p => p.Source == ProcedureSource.TENDER))
        {
            tender.ShouldContain(MatchText.KeyOf(p.Sentence));
        }
    }

    [Fact]
    public void The_word_is_the_editions()
    {
        Word("ED-A", ProcedureSubject.CONFIRMATION_DOCUMENT).ShouldBe("了解");
        foreach (var code in (string[])["ED-B", "ED-C", "ED-D"])
        {
            Word(code, ProcedureSubject.CONFIRMATION_DOCUMENT).ShouldBe("了承");
            Word(code, ProcedureSubject.CLOUD_USE).ShouldBe("利用承認");
        }

        Word("ED-A", ProcedureSubject.CONFIRMATION_DOCUMENT_CHANGE).ShouldBe("同意");
        Word("ED-D", ProcedureSubject.VULNERABILITY_PLAN).ShouldBe("確認");
        Word("ED-D", ProcedureSubject.BRING_IN).ShouldBe("許可");
    }

    [Fact]
    public void What_an_edition_lacks_is_not_offered()
    {
        Subjects("ED-A").ShouldNotContain(ProcedureSubject.CLOUD_USE);
        Subjects("ED-A").ShouldNotContain(ProcedureSubject.CLOSURE_DATE);
        Subjects("ED-A").ShouldNotContain(ProcedureSubject.EXTRA_ROWS);
        Subjects("ED-B").ShouldNotContain(ProcedureSubject.CLOSURE_DATE);
        foreach (var code in (string[])["ED-C", "ED-D"])
        {
            Subjects(code).Distinct().Order().ShouldBe(Enum.GetValues<ProcedureSubject>().Except([ProcedureSubject.OTHER]));
        }
    }

    [Fact]
    public void The_numbers_of_the_oldest_edition_are_its_own()
    {
        int? Number(ProcedureSubject subject) => Procedures.Of(Edition("ED-A")).First(p => p.Subject == subject).Number;
        Number(ProcedureSubject.BRING_IN).ShouldBe(3);
        Number(ProcedureSubject.COPY_OUTSIDE).ShouldBe(4);
        Number(ProcedureSubject.RETURN_OR_ERASURE).ShouldBe(5);
        Number(ProcedureSubject.DISCLOSURE).ShouldBe(6);
        Number(ProcedureSubject.INCIDENT).ShouldBe(7);
        Number(ProcedureSubject.STAFF).ShouldBe(10);
        Number(ProcedureSubject.IPA_CHECKLIST).ShouldBe(14);
        Number(ProcedureSubject.VULNERABILITY_PLAN).ShouldBe(16);
        Number(ProcedureSubject.PRIVACY_POLICY).ShouldBe(18);
        foreach (var p in Procedures.Of(Edition("ED-A")).Where(p => p.RequirementId is not null))
        {
            var modern = Procedures.Of(Edition("ED-D")).First(m => m.Subject == p.Subject && m.Act == p.Act && m.Communication == p.Communication);
            Correspondence.Between("ED-A", "ED-D")!.ShouldContain(link => link.From.Contains(p.RequirementId) && link.To.Contains(modern.RequirementId));
        }
    }

    [Fact]
    public void A_sentence_is_whole_and_no_more() =>
        Procedures.Act(Edition("ED-D"), ProcedureSubject.RETURN_OR_ERASURE, kind: null)!.Sentence.ShouldBe("その際、担当職員の確認を必ず受けること。");

    private static AnnexEdition Edition(string code) => ShippedEditions.All.Single(e => e.Code == code);

    private static string Word(string code, ProcedureSubject subject) => Procedures.Act(Edition(code), subject, kind: null)!.Wording;

    private static IEnumerable<ProcedureSubject> Subjects(string code) => Procedures.Of(Edition(code)).Select(p => p.Subject);
}
