using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Needs;
using SecurityTracker.DomainTests.AuthorityActs;
using SecurityTracker.DomainTests.Deadlines;
using SecurityTracker.DomainTests.Reports;
using static SecurityTracker.DomainTests.ConfirmationDocuments.DocumentExamples;
using static SecurityTracker.DomainTests.Deadlines.Days;

namespace SecurityTracker.DomainTests.ConfirmationDocuments;

public sealed class DocumentDutiesTests
{
    private const string SubmitFirst = "DOCUMENT_TO_SUBMIT* (1) from 2026-11-20 GUIDE 2026-11-30";
    private static readonly Guid Id = new("01980000-0000-7000-8000-0000000000d1");
    private static readonly WordOnVersion Acknowledged = new(1, Day("2026-11-20"));
    private static readonly ConfirmationDocumentSubmitted Submitted = new(1, new(Day("2026-11-24"), SubmissionWay.MAIL, []));
    private static readonly ConfirmationDocumentPresented Changed = Presented with { Number = 2, Kind = VersionKind.CHANGE };
    private static readonly Func<ConfirmationDocument, DocumentVersion?> Refused = document => DocumentNow.Of(document, [RefusedOn(1)], [], seesDraft: false)?.Standing;
    private static readonly Contract Underway = ReportExamples.Underway;

    [Theory]
    [InlineData("2026-07-10", "2027-02-27", "from 2026-07-10 GUIDE 2026-07-27")]
    [InlineData("2026-04-01", "2027-03-31", "from 2026-04-01 GUIDE 2026-04-15")]
    [InlineData("2026-10-01", "2029-03-31", "from 2026-10-01 GUIDE 2026-10-16")]
    // A contract that ends before ten business days have passed, and one that was signed on its last day.
    [InlineData("2026-04-01", "2026-04-12", "from 2026-04-01 GUIDE 2026-04-10")]
    [InlineData("2026-04-01", "2026-04-01", "from 2026-04-01")]
    public void After_signing_the_document_is_to_be_presented(string signedOn, string endsOn, string expected) =>
        Given(Underway with { SignedOn = Day(signedOn), StartsOn = Day(signedOn), EndsOn = Day(endsOn) }, []).Then($"DOCUMENT_TO_PRESENT* {expected}");

    [Fact]
    public void A_draft_is_not_presented_yet_what_was_waits_for_the_officer_and_what_was_refused_is_presented_again()
    {
        Given(Underway, [], Drafted).Then("DOCUMENT_TO_PRESENT* from 2026-04-01 GUIDE 2026-04-15");
        Given(Underway, [], Drafted, Presented).ThenNothing();
        Given(Underway, Refused, Drafted, Presented).Then("DOCUMENT_TO_PRESENT* from 2026-04-01 GUIDE 2026-04-15");
        Given(Underway, [], Drafted).ThenEach(duty => (duty.Noun, duty.ThingId).ShouldBe(("CONFIRMATION_DOCUMENT", Id)));
    }

    [Fact]
    public void Before_signing_nothing_has_to_be_presented_and_what_was_agreed_to_is_to_be_handed_in()
    {
        Given(Underway with { SignedOn = null }, []).ThenNothing();
        Given(Underway with { SignedOn = null }, [Acknowledged], Drafted, Presented).Then(SubmitFirst);
    }

    [Fact]
    public void What_the_officer_agreed_to_is_to_be_handed_in()
    {
        Given(Underway, [Acknowledged], Drafted, Presented).Then(SubmitFirst);
        Given(Underway, [Acknowledged], Drafted, Presented, Submitted).ThenNothing();
        Given(Underway, [Acknowledged with { Until = Day("2026-11-24") }], Drafted, Presented).ThenNothing();
        Given(Underway, [Acknowledged with { Until = Day("2027-03-31") }], Drafted, Presented).Then(SubmitFirst);
        Given(Underway, [Acknowledged with { On = Day("2027-03-30") }], Drafted, Presented).Then("DOCUMENT_TO_SUBMIT* (1) from 2027-03-30 GUIDE 2027-03-31");
        Given(Underway, [Acknowledged with { On = Day("2027-04-02") }], Drafted, Presented).Then("DOCUMENT_TO_SUBMIT* (1) from 2027-04-02");
    }

    [Fact]
    public void Of_several_versions_the_last_that_was_agreed_to_is_handed_in()
    {
        WordOnVersion consented = new(2, Day("2026-12-01"));
        Given(Underway, [Acknowledged, consented], Drafted, Presented, Redrafted, Changed).Then("DOCUMENT_TO_SUBMIT* (2) from 2026-12-01 GUIDE 2026-12-08");
        Given(Underway, [Acknowledged, consented], Drafted, Presented, Redrafted, Changed, Submitted with { Number = 2 }).ThenNothing();
        Given(Underway, [Acknowledged], Drafted, Presented, Redrafted, Changed).Then(SubmitFirst);
    }

    [Fact]
    public void A_termination_stops_it()
    {
        var terminated = Underway with { Termination = new(Day("2026-11-25"), "双方の合意") };
        Given(terminated, []).ThenNothing();
        Given(terminated, [Acknowledged], Drafted, Presented).ThenNothing();
    }

    private static DutiesOf Given(Contract contract, IReadOnlyList<WordOnVersion> words, params IReadOnlyList<IConfirmationDocumentEvent> events) =>
        Of(contract, document => document.Latest, words, events);

    private static DutiesOf Given(Contract contract, Func<ConfirmationDocument, DocumentVersion?> standing, params IReadOnlyList<IConfirmationDocumentEvent> events) =>
        Of(contract, standing, [], events);

    private static DutiesOf Of(
        Contract contract, Func<ConfirmationDocument, DocumentVersion?> standing, IReadOnlyList<WordOnVersion> words, IReadOnlyList<IConfirmationDocumentEvent> events)
    {
        var document = events.Aggregate(ConfirmationDocument.Initial, ConfirmationDocumentDecider.Evolve);
        return new(DocumentDuties.Of(Id, document, standing(document), words, contract));
    }

    private static AuthorityAct RefusedOn(int version) => new IAuthorityActEvent[]
    {
        ActExamples.Requested(ActExamples.Individual with { Target = new(TargetKind.CONFIRMATION_DOCUMENT, Id, version, Sha256: null) }) with { Subject = ProcedureSubject.CONFIRMATION_DOCUMENT },
        new AuthorityActDeclined("体制が不足", ActExamples.Now),
    }.Aggregate(AuthorityAct.Initial, AuthorityActFold.Evolve);
}
