using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.ConfirmationDocuments;
using static SecurityTracker.DomainTests.ConfirmationDocuments.DocumentExamples;
using static SecurityTracker.DomainTests.Deadlines.Days;

namespace SecurityTracker.DomainTests.ConfirmationDocuments;

public sealed class DocumentRulesTests
{
    [Fact]
    public void A_first_version_is_in_force_from_its_word_on_even_before_the_contract()
    {
        WordOnVersion[] words = [new(1, Day("2026-06-30"))];

        VersionsInForce.On([Version(1)], words, Day("2026-06-29")).ShouldBeNull();
        VersionsInForce.On([Version(1)], words, Day("2026-06-30")).ShouldBe(new InForce(1, Day("2026-06-30"), Until: null));
    }

    [Fact]
    public void Without_a_word_nothing_is_in_force() => VersionsInForce.On([Version(1)], [], Today).ShouldBeNull();

    [Fact]
    public void A_change_is_in_force_from_its_day_once_it_has_its_consent()
    {
        DocumentVersion[] versions = [Version(1), Version(2, Day("2026-12-01"))];
        WordOnVersion[] words = [new(1, Day("2026-07-10")), new(2, Day("2026-11-20"))];

        VersionsInForce.On(versions, words, Day("2026-11-30"))!.Version.ShouldBe(1);
        VersionsInForce.On(versions, words, Day("2026-12-01"))!.Version.ShouldBe(2);
        VersionsInForce.Of(versions, words)[0].Until.ShouldBe(Day("2026-11-30"));
    }

    [Fact]
    public void A_consent_that_comes_late_makes_no_change_apply_earlier() =>
        VersionsInForce.On([Version(1), Version(2, Day("2026-10-01"))], [new(1, Day("2026-07-10")), new(2, Day("2026-11-20"))], Day("2026-11-19"))!
            .Version.ShouldBe(1);

    [Fact]
    public void After_a_consent_was_withdrawn_the_version_before_is_in_force_again()
    {
        DocumentVersion[] versions = [Version(1), Version(2)];
        WordOnVersion[] words = [new(1, Day("2026-07-10")), new(2, Day("2026-10-01"), Until: Day("2026-10-31"))];

        VersionsInForce.On(versions, words, Day("2026-10-31"))!.Version.ShouldBe(2);
        VersionsInForce.On(versions, words, Day("2026-11-01"))!.Version.ShouldBe(1);
    }

    [Fact]
    public void A_changed_method_needs_a_proposal()
    {
        var diff = DocumentDiff.Between(Content, Content with { Methods = [Recorded[0] with { Method = "別の方法による。" }, Recorded[1]] });

        diff.Methods.ShouldHaveSingleItem().Number.ShouldBe(2);
        DocumentNeeds.Of(diff, staffNumber: 4, rePresentationOnly: false).ShouldHaveSingleItem().Kind.ShouldBe(DocumentNeedKind.CHANGE_PROPOSAL);
    }

    [Fact]
    public void Layout_alone_needs_nothing()
    {
        var diff = DocumentDiff.Between(Content, Content with { Methods = [Recorded[0] with { Method = "規程を 遵守する。" }, Recorded[1]] });

        diff.IsEmpty.ShouldBeFalse();
        DocumentNeeds.Of(diff, staffNumber: 4, rePresentationOnly: false).ShouldBeEmpty();
    }

    [Fact]
    public void A_changed_roster_is_shown_again_and_proposed_as_it_is_part_of_the_document()
    {
        var diff = DocumentDiff.Between(Content, Content with { People = [Person(Takano, name: 7), Person(Guid.NewGuid())] });

        diff.PeopleChanged.ShouldHaveSingleItem().Fields.ShouldBe([PersonField.NAME]);
        diff.PeopleAdded.Count.ShouldBe(1);
        DocumentNeeds.Of(diff, staffNumber: 4, rePresentationOnly: false).Select(need => need.Kind).ShouldBe([DocumentNeedKind.CHANGE_PROPOSAL, DocumentNeedKind.RE_PRESENTATION]);
    }

    [Fact]
    public void Where_it_was_agreed_a_roster_alone_is_shown_again_and_no_more()
    {
        var roster = DocumentDiff.Between(Content, Content with { People = [Person(Takano), Person(Guid.NewGuid())] });
        DocumentNeeds.Of(roster, staffNumber: 4, rePresentationOnly: true).ShouldHaveSingleItem().Kind.ShouldBe(DocumentNeedKind.RE_PRESENTATION);

        var more = DocumentDiff.Between(Content, Content with { People = [Person(Guid.NewGuid())], Methods = [Recorded[0] with { Method = "規程を 遵守する。" }, Recorded[1]] });
        more.IsRosterOnly.ShouldBeFalse();
        DocumentNeeds.Of(more, staffNumber: 4, rePresentationOnly: true).Select(need => need.Kind).ShouldBe([DocumentNeedKind.CHANGE_PROPOSAL, DocumentNeedKind.RE_PRESENTATION]);
    }

    [Fact]
    public void A_roster_that_is_shown_again_is_in_force_from_that_day_or_from_its_own()
    {
        DocumentVersion[] versions = [Version(1), Version(2) with { Kind = VersionKind.RE_PRESENTATION }];
        WordOnVersion[] words = [new(1, Day("2026-07-10"))];

        VersionsInForce.On(versions, words, Today.AddDays(-1))!.Version.ShouldBe(1);
        VersionsInForce.On(versions, words, Today).ShouldBe(new InForce(2, Today, Until: null));
        versions[1] = versions[1] with { EffectiveFrom = Day("2026-12-01") };
        VersionsInForce.On(versions, words, Day("2026-11-30"))!.Version.ShouldBe(1);
        VersionsInForce.Of(versions, words)[0].Until.ShouldBe(Day("2026-11-30"));
    }

    [Fact]
    public void A_document_in_order_is_clear() => DocumentChecks.Run(Content, Annex, Recorded, [], [], []).ShouldBeEmpty();

    [Fact]
    public void What_item_1_asks_for_blocks_and_all_else_is_a_notice()
    {
        var draft = Content with { Methods = [Recorded[0] with { Method = null }, Recorded[1]], People = [], Organization = DocumentOrganization.Empty };

        DocumentChecks.Run(draft, Annex, Recorded, [], [], []).Select(check => (check.Code, check.Severity)).ShouldBe(
        [
            ("method-missing", CheckSeverity.BLOCKING), ("roster-empty", CheckSeverity.BLOCKING),
            ("places-missing", CheckSeverity.NOTICE), ("capital-missing", CheckSeverity.NOTICE), ("differs-from-record", CheckSeverity.NOTICE),
        ]);
    }

    [Fact]
    public void A_place_left_open_blocks_above_the_document_and_in_it()
    {
        PlaceholderChecks.OfHeader(Header, "山田 太郎").ShouldBeEmpty();
        PlaceholderChecks.OfHeader(Header with { Addressee = "経済産業省〇〇〇課長 殿", ContractName = "" }, "○○ ○○").Select(check => (check.Code, check.Severity)).ShouldBe(
        [
            ("header-placeholder", CheckSeverity.BLOCKING), ("header-placeholder", CheckSeverity.BLOCKING), ("header-blank", CheckSeverity.BLOCKING),
        ]);
        var draft = Content with { Methods = [Recorded[0] with { Method = "○○規程を遵守する。" }, Recorded[1]], Organization = Content.Organization with { Places = "○○本社" } };
        DocumentChecks.Run(draft, Annex, [], [], [], []).Select(check => (check.Code, check.Pointer)).ShouldBe([("text-placeholder", "/places"), ("text-placeholder", "/methods/0/method")]);
    }

    [Fact]
    public void What_item_4_asks_of_each_person_is_named()
    {
        var finding = DocumentChecks.Run(Content with { People = [Person(Takano) with { Achievements = null }] }, Annex, Recorded, [], [], []).ShouldHaveSingleItem();

        (finding.Code, finding.PersonId, finding.Number).ShouldBe(("person-incomplete", Takano, 4));
        finding.Messages.Ja.ShouldContain("実績");
    }

    [Fact]
    public void Nationality_is_asked_of_everyone_where_the_edition_demands_it()
    {
        var without = Content with { People = [Person(Takano) with { Nationality = null }] };
        var finding = DocumentChecks.Run(without, Annex, Recorded, [], [], []).ShouldHaveSingleItem();
        (finding.Code, finding.Severity, finding.PersonId, finding.Pointer).ShouldBe(("nationality-missing", CheckSeverity.BLOCKING, Takano, "/people/0/nationality"));

        var silent = Annex with { Requirements = [.. Annex.Requirements.Select(r => r with { Text = r.Text.Replace("国籍", "氏名", StringComparison.Ordinal) })] };
        DocumentChecks.Run(without, silent, Recorded, [], [], []).ShouldBeEmpty();
        DocumentChecks.Run(without, Annex, Recorded, [], [Takano], []).ShouldNotContain(check => check.Code == "nationality-missing");
    }

    [Theory]
    [InlineData("ED-A", "了解", 10)]
    [InlineData("ED-B", "了承", 4)]
    [InlineData("ED-C", "了承", 4)]
    [InlineData("ED-D", "了承", 4)]
    public void Each_edition_has_its_word_and_its_item_on_staff(string code, string word, int number)
    {
        var edition = ShippedEditions.All.Single(e => e.Code == code);

        DocumentWords.FirstWord(edition).ShouldBe(word);
        DocumentNeeds.StaffNumber(edition).ShouldBe(number);
        SuggestedPapers.Of(edition).ShouldAllBe(paper => edition.Requirements.Single(r => r.Number == paper.Number).Text.Contains(paper.Sentence));
        SuggestedPapers.Of(edition).Count.ShouldBeGreaterThanOrEqualTo(5);
    }

    [Fact]
    public void An_added_item_comes_without_a_method_and_one_that_is_gone_goes()
    {
        var edition = Annex with { Requirements = [.. Annex.Requirements.Where(r => r.Number != 4)] };

        Content.With(edition, [new DocumentItem(101, "追加")]).Methods.ShouldBe([Recorded[0], new DocumentMethod(101, Method: null, ObligationVersion: 0)]);
    }
}
