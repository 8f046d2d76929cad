using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Domain.Needs;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Reports;
using SecurityTracker.DomainTests.ConfirmationDocuments;
using static SecurityTracker.DomainTests.AuthorityActs.ActExamples;

namespace SecurityTracker.DomainTests.AuthorityActs;

public sealed class ActNeedsTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly DocumentVersion First = Version(1, DocumentExamples.Content);
    private static readonly DocumentVersion Other = Version(2, DocumentExamples.Content with { Methods = [new(2, "規程を遵守しない。", 4), new(4, "従事者を限定する。", 2)] });

    [Fact]
    public void A_version_that_was_refused_or_taken_back_does_not_stand()
    {
        var document = new ConfirmationDocument { ContractId = Contract, Versions = [First, Other] };
        int? Standing(params AuthorityAct[] acts) => DocumentNow.Of(document, acts, [], seesDraft: false)?.Standing.Number;
        Standing().ShouldBe(2);
        Standing(Act(ProcedureSubject.CONFIRMATION_DOCUMENT_CHANGE, 2)).ShouldBe(2);
        Standing(Act(ProcedureSubject.CONFIRMATION_DOCUMENT_CHANGE, 2, new AuthorityActDeclined("理由", Now))).ShouldBe(1);
        Standing(Act(ProcedureSubject.CONFIRMATION_DOCUMENT_CHANGE, 2, new AuthorityActCancelled("理由"))).ShouldBe(1);
        Standing(
            Act(ProcedureSubject.CONFIRMATION_DOCUMENT, 1, Granted(), new AuthorityActWithdrawn("理由", Now)),
            Act(ProcedureSubject.CONFIRMATION_DOCUMENT_CHANGE, 2, Granted(), new AuthorityActWithdrawn("理由", Now))).ShouldBeNull();
        DocumentNow.Of(new ConfirmationDocument { ContractId = Contract }, [], [], seesDraft: true).ShouldBeNull();
    }

    // A change that was consented to says something else than the record on purpose: only a record that moved since is a new change.
    [Fact]
    public void What_was_consented_to_is_not_compared_with_the_record_that_it_left_as_it_was()
    {
        var agreed = Version(2, DocumentExamples.Content with { Methods = [new(2, "変えた方法。", 4, RecordedAs: "規程を遵守する。"), new(4, "従事者を限定する。", 2)] });
        var document = new ConfirmationDocument { ContractId = Contract, Versions = [First, agreed] };
        var consent = Act(ProcedureSubject.CONFIRMATION_DOCUMENT_CHANGE, 2, Granted());
        ActNeed? Need(params DocumentMethod[] recorded) =>
            ActNeeds.Of(consent, [], DocumentNow.Of(document, [consent], recorded, seesDraft: false)!.NeedOf, Today)?.Kind;

        Need(new DocumentMethod(2, "規程を遵守する。", 9)).ShouldBeNull();
        Need(new DocumentMethod(2, "変えた方法。", 9)).ShouldBeNull();
        Need(new DocumentMethod(2, "さらに変えた方法。", 10)).ShouldBe(ActNeed.CHANGE_PROPOSAL);
    }

    [Fact]
    public void The_need_is_by_kind_and_only_of_what_was_given_and_not_asked_for_anew()
    {
        var now = DocumentNow.Of(new ConfirmationDocument { ContractId = Contract, Versions = [First, Other] }, [], [], seesDraft: false)!;
        ActNeed? Need(AuthorityAct act, params AuthorityAct[] others) => ActNeeds.Of(act, others, now.NeedOf, Today)?.Kind;

        Need(Act(ProcedureSubject.BRING_IN, 1, Granted())).ShouldBe(ActNeed.NEW_PERMISSION);
        Need(Act(ProcedureSubject.HANDLER_LIST, 1, Granted()) with { Kind = ActKind.CONSENT }).ShouldBe(ActNeed.CHANGE_PROPOSAL);
        Need(Act(ProcedureSubject.BRING_IN, 2, Granted())).ShouldBeNull();
        Need(Act(ProcedureSubject.BRING_IN, 1)).ShouldBeNull();
        Need(Act(ProcedureSubject.BRING_IN, 1, Granted(expiresOn: new(2026, 11, 19)))).ShouldBeNull();
        Need(Act(ProcedureSubject.BRING_IN, 1, Granted()), Act(ProcedureSubject.BRING_IN, 2)).ShouldBeNull();
        Need(Act(ProcedureSubject.BRING_IN, 1, Granted()), Act(ProcedureSubject.COPY_INSIDE, 2)).ShouldBe(ActNeed.NEW_PERMISSION);
        Need(Act(ProcedureSubject.BRING_IN, 1, Granted()), Act(ProcedureSubject.BRING_IN, 2, new AuthorityActCancelled("理由"))).ShouldBe(ActNeed.NEW_PERMISSION);
        Need(Act(ProcedureSubject.CONFIRMATION_DOCUMENT, 1, Granted())).ShouldBeNull("the later version is the proposal");
    }

    [Fact]
    public void The_roster_alone_concerns_the_consent_to_staff()
    {
        var joiner = DocumentExamples.Content with { People = [.. DocumentExamples.Content.People, DocumentExamples.Person(Guid.NewGuid())] };
        var document = new ConfirmationDocument { ContractId = Contract, Versions = [First], Draft = joiner };
        var consent = Act(ProcedureSubject.STAFF_CHANGE, 1, Granted()) with { Kind = ActKind.CONSENT };
        DocumentNow.Of(document, [], [], seesDraft: true)!.NeedOf(consent)!.Kind.ShouldBe(ActNeed.RE_PRESENTATION);
        DocumentNow.Of(document with { Draft = Other.Content }, [], [], seesDraft: true)!.NeedOf(consent).ShouldBeNull();
        DocumentNow.Of(document, [], [], seesDraft: false)!.NeedOf(consent).ShouldBeNull();
    }

    [Fact]
    public void Where_showing_it_again_is_enough_a_changed_roster_is_no_proposal()
    {
        var joiner = DocumentExamples.Content with { People = [.. DocumentExamples.Content.People, DocumentExamples.Person(Guid.NewGuid())] };
        var shown = new ConfirmationDocument { ContractId = Contract, Versions = [First, Version(2, joiner) with { Kind = VersionKind.RE_PRESENTATION }] };
        var (word, permission) = (Act(ProcedureSubject.CONFIRMATION_DOCUMENT, 1, Granted()), Act(ProcedureSubject.BRING_IN, 1, Granted()));
        DocumentMethod[] changed = [new(2, "別の方法", 9)];
        DocumentNow Now(bool only, params IReadOnlyList<DocumentMethod> recorded) => DocumentNow.Of(shown, [word], recorded, seesDraft: true, only)!;

        Now(only: true).NeedOf(word).ShouldBeNull();
        Now(only: true, changed).NeedOf(word)!.Kind.ShouldBe(ActNeed.CHANGE_PROPOSAL, "the word still stands on the first version");
        Now(only: true).NeedOf(permission).ShouldBeNull();
        Now(only: false).NeedOf(permission)!.Kind.ShouldBe(ActNeed.NEW_PERMISSION);
        var draft = new ConfirmationDocument { ContractId = Contract, Versions = [First], Draft = joiner };
        DocumentNow.Of(draft, [], [], seesDraft: true, rePresentationOnly: true)!.NeedOf(word).ShouldBeNull();
        DocumentNow.Of(draft, [], [], seesDraft: true)!.NeedOf(word)!.Kind.ShouldBe(ActNeed.CHANGE_PROPOSAL);
    }

    [Fact]
    public void A_report_is_followed_to_the_one_that_stands_in_its_place()
    {
        var (second, third) = (Guid.NewGuid(), Guid.NewGuid());
        var given = new Report { State = ReportState.REPLACED, ReplacementId = second, Rows = [Row("理由")] };
        Report[] later = [given with { ReplacementId = third }, given with { State = ReportState.FINALISED, Rows = [Row("別の理由")] }];
        var now = ReportNow.Of(given, id => id == second ? later[0] : later[1]);
        (now.Current, now.Replacements).ShouldBe((later[1], 2));
        var act = Act(ProcedureSubject.DISCLOSURE, 1, Granted());
        now.NeedOf(act)!.Reasons.ShouldHaveSingleItem().Ja.ShouldBe("報告書の差替え（5)）");
        ReportNow.Of(given, _ => later[1] with { Rows = given.Rows, Header = later[1].Header with { DocumentNumber = "第2号" } }).NeedOf(act).ShouldBeNull();
        ReportNow.Of(given with { State = ReportState.FINALISED }, _ => later[1]).NeedOf(act).ShouldBeNull();
    }

    private static ReportRow Row(string reason) => new(5, new RowAnswer(ImplementationStatus.NOT_APPLICABLE, reason), RowOrigin.REPORT, ObligationVersion: 1);

    private static DocumentVersion Version(int number, DocumentContent content) =>
        new(number, VersionKind.FIRST, content, DocumentExamples.Header, DocumentExamples.Files, EffectiveFrom: null, Submission: null);

    private static AuthorityAct Act(ProcedureSubject subject, int version, params IAuthorityActEvent[] then) =>
        then.Prepend(Requested(Individual with { Target = new(TargetKind.CONFIRMATION_DOCUMENT, Document, version, Sha256: null) }) with { Subject = subject })
            .Aggregate(AuthorityAct.Initial, AuthorityActFold.Evolve);
}
