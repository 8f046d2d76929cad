using SecurityTracker.Domain.Deadlines;
using static SecurityTracker.Domain.Decision;

namespace SecurityTracker.Domain.ConfirmationDocuments;

/// <summary>
/// The rules of a 確認書類 (item 1): a draft is written, presented and thereby frozen. Whether a version is 了承 or 同意 is not
/// decided here: that is read from the officer's acts which name the version.
/// </summary>
public static class ConfirmationDocumentDecider
{
    private const int MostPeople = 300;
    private const int MostPapers = 100;
    private const int MostOfLine = 200;

    /// <summary>Events or a refusal; a refused command changes nothing.</summary>
    public static Decision Decide(IConfirmationDocumentCommand command, ConfirmationDocument state, Moment moment) => (command, state.Draft) switch
    {
        (DraftConfirmationDocument, not null) => Refuse(ConfirmationDocumentRefusals.DraftExists),
        (DraftConfirmationDocument c, null) => Accept(new ConfirmationDocumentDrafted(c.ContractId, state.Latest?.Number, c.Content)),
        (SubmitConfirmationDocument c, _) => Submit(c, state, moment),
        (CorrectDocumentSubmission c, _) => Correct(c, state, moment),
        (CorrectDocumentSubmissionWay c, _) => Correct(c, state),
        (SetDocumentEffectiveFrom c, _) => SetEffectiveFrom(c, state),
        (EraseDocumentPerson c, _) => Erase(c, state),
        (_, null) => Refuse(ConfirmationDocumentRefusals.DraftMissing),
        (ChangeDocumentMethod c, { } draft) => ChangeMethod(c, draft),
        (TakeOverDocumentMethod c, { } draft) => TakeOver(c, draft),
        (ChangeDocumentOrganization c, { } draft) => ChangeOrganization(c, draft),
        (AddDocumentPeople c, { } draft) => Add(c, draft, moment),
        (ChangeDocumentPerson c, { } draft) => Change(c, draft, state, moment),
        (RemoveDocumentPerson c, { } draft) => draft.Person(c.PersonId) is null
            ? Refuse(ConfirmationDocumentRefusals.PersonUnknown)
            : Accept(new ConfirmationDocumentPersonRemoved(c.PersonId)),
        (ChangeDocumentPapers c, { } draft) => ChangePapers(c, draft),
        (TakeOverDocumentParts c, { } draft) => c.Parts.Count == draft.Parts.Count && c.Parts.Zip(draft.Parts).All(p => p.First.SameAs(p.Second) && p.First.PartVersion == p.Second.PartVersion)
            ? Nothing
            : Accept(new ConfirmationDocumentPartsTakenOver(c.Parts)),
        (PresentConfirmationDocument c, _) => Present(c, state),
        (DiscardDocumentDraft, _) => Accept(new ConfirmationDocumentDraftDiscarded()),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "unknown command"),
    };

    /// <summary>The state after an event.</summary>
    public static ConfirmationDocument Evolve(ConfirmationDocument state, IConfirmationDocumentEvent e) => e switch
    {
        ConfirmationDocumentDrafted d => state with { ContractId = d.ContractId, Draft = d.Content, BasedOn = d.BasedOn },
        ConfirmationDocumentPresented p => state with
        {
            Draft = null,
            BasedOn = null,
            Versions = [.. state.Versions, new DocumentVersion(p.Number, p.Kind, state.Draft ?? throw History.OutOfOrder(e), p.Header, p.Files, p.EffectiveFrom, Submission: null)],
        },
        ConfirmationDocumentSubmitted s => Version(state, s.Number, version => version with { Submission = s.Submission }),
        ConfirmationDocumentSubmissionCorrected c => Mended(state, c.Number, submission => submission with { On = c.On }),
        ConfirmationDocumentSubmissionWayCorrected c => Mended(state, c.Number, submission => submission with { Via = c.Via }),
        ConfirmationDocumentEffectiveFromSet f => Version(state, f.Number, version => version with { EffectiveFrom = f.From }),
        ConfirmationDocumentDraftDiscarded => state with { Draft = null, BasedOn = null },
        ConfirmationDocumentPersonErased p => state with { Erased = [.. state.Erased.Where(id => id != p.PersonId), p.PersonId] },
        IDocumentDraftEvent then => state with { Draft = DocumentContent.Evolve(state.Draft ?? throw History.OutOfOrder(e), then) },
        _ => throw new ArgumentOutOfRangeException(nameof(e), e, "unknown event"),
    };

    private static Decision ChangeMethod(ChangeDocumentMethod c, DocumentContent draft)
    {
        var method = Texts.IsBlank(c.Method) ? null : c.Method;
        return draft.MethodOf(c.Number) switch
        {
            null => Refuse(ConfirmationDocumentRefusals.ItemUnknown),
            var before when before.Method == method => Nothing,
            _ when method is not null && Texts.Paragraphs(method, "/method") is { } refusal => Refuse(refusal),
            _ => Accept(new ConfirmationDocumentMethodChanged(c.Number, method)),
        };
    }

    private static Decision TakeOver(TakeOverDocumentMethod c, DocumentContent draft) => (c.Recorded, c.Recorded is { } r ? draft.MethodOf(r.Number) : null) switch
    {
        (null, _) or (_, null) => Refuse(ConfirmationDocumentRefusals.ItemUnknown),
        ({ } recorded, { } before) when recorded == before => Refuse(ConfirmationDocumentRefusals.NothingToTakeOver),
        ({ } recorded, { } before) when Texts.IsBlank(recorded.Method) && !Texts.IsBlank(before.Method) => Refuse(ConfirmationDocumentRefusals.RecordEmpty),
        ({ } recorded, _) => Accept(new ConfirmationDocumentMethodTakenOver(recorded.Number, recorded.Method, recorded.ObligationVersion)),
    };

    private static Decision ChangeOrganization(ChangeDocumentOrganization c, DocumentContent draft) =>
        (Lines(c.Organization.Structure, "/structure") ?? Lines(c.Organization.Places, "/places") ?? Lines(c.CapitalAndDirectors, "/capitalAndDirectors")) is { } refusal
            ? Refuse(refusal)
            : c.Organization == draft.Organization ? Nothing
            : Accept(new ConfirmationDocumentOrganizationChanged(c.Organization));

    private static Decision Add(AddDocumentPeople c, DocumentContent draft, Moment moment)
    {
        if (c.People.Count == 0)
        {
            return Refuse(ConfirmationDocumentRefusals.NoPeople);
        }

        for (var i = 0; i < c.Values.Count; i++)
        {
            if (c.Values[i].Refusal(moment.Today) is { } refusal)
            {
                return Refuse(refusal.At($"/people/{i}{refusal.Pointer}"));
            }
        }

        return draft.People.Count + c.People.Count > MostPeople ? Refuse(ConfirmationDocumentRefusals.TooManyPeople)
            : c.People.Any(person => draft.Person(person.Id) is not null) || c.People.DistinctBy(person => person.Id).Count() < c.People.Count
                ? Refuse(ConfirmationDocumentRefusals.PersonListed)
            : Accept(new ConfirmationDocumentPeopleSet(c.People));
    }

    private static Decision Change(ChangeDocumentPerson c, DocumentContent draft, ConfirmationDocument state, Moment moment) => draft.Person(c.Person.Id) switch
    {
        null => Refuse(ConfirmationDocumentRefusals.PersonUnknown),
        _ when state.Erased.Contains(c.Person.Id) => Refuse(ConfirmationDocumentRefusals.PersonErased),
        _ when c.Values.Refusal(moment.Today) is { } refusal => Refuse(refusal),
        var before when before.SameAs(c.Person) => Nothing,
        _ => Accept(new ConfirmationDocumentPeopleSet([c.Person])),
    };

    private static Decision ChangePapers(ChangeDocumentPapers c, DocumentContent draft)
    {
        for (var i = 0; i < c.Papers.Count; i++)
        {
            if (Texts.Line(c.Papers[i].Subject, MostOfLine, $"/papers/{i}/subject") is { } refusal)
            {
                return Refuse(refusal);
            }

            if (c.Papers[i].Number is { } number && number != 1 && draft.MethodOf(number) is null)
            {
                return Refuse(ConfirmationDocumentRefusals.ItemUnknown.At($"/papers/{i}/number"));
            }
        }

        return c.Papers.Count > MostPapers ? Refuse(ConfirmationDocumentRefusals.TooManyPapers)
            : c.Papers.Count == draft.Papers.Count && c.Papers.Zip(draft.Papers).All(pair => pair.First.SameAs(pair.Second)) ? Nothing
            : Accept(new ConfirmationDocumentPapersChanged(c.Papers));
    }

    /// <summary>Why the draft is not presented as it stands, or null.</summary>
    public static Refusal? NotToPresent(ConfirmationDocument state, IReadOnlyList<DocumentCheck> checks) => state.Draft switch
    {
        null => ConfirmationDocumentRefusals.DraftMissing,
        _ when checks.Any(check => check.Severity == CheckSeverity.BLOCKING) => ConfirmationDocumentRefusals.Incomplete,
        var draft when state.Latest is { } latest && DocumentDiff.Between(latest.Content, draft).IsEmpty => ConfirmationDocumentRefusals.NothingChanged,
        _ => null,
    };

    private static Decision Present(PresentConfirmationDocument c, ConfirmationDocument state) => c switch
    {
        _ when NotToPresent(state, c.Checks) is { } refusal => Refuse(refusal),
        { EffectiveFrom: { } from } when !c.Term.Contains(new DateSpan(from, from)) => Refuse(ConfirmationDocumentRefusals.OutsideTerm.At("/effectiveFrom")),
        _ => Accept(new ConfirmationDocumentPresented(state.Versions.Count + 1, c.Kind, c.Header, c.Files, c.EffectiveFrom, c.ActId)),
    };

    private static Decision Submit(SubmitConfirmationDocument c, ConfirmationDocument state, Moment moment) => state.Version(c.Number) switch
    {
        null => Refuse(ConfirmationDocumentRefusals.VersionUnknown),
        { Submission: not null } => Refuse(ConfirmationDocumentRefusals.AlreadySubmitted),
        _ when !Enum.IsDefined(c.Submission.Via) => Refuse(ConfirmationDocumentRefusals.ViaUnknown),
        _ when c is { SectionIsHere: false, Submission.Via: SubmissionWay.SYSTEM } => Refuse(SubmissionRefusals.SectionNotHere),
        var version => CheckDay(c.Submission.On, version, moment.Today) is { } refusal ? Refuse(refusal) : Accept(new ConfirmationDocumentSubmitted(c.Number, c.Submission)),
    };

    private static Decision Correct(CorrectDocumentSubmission c, ConfirmationDocument state, Moment moment) => state.Version(c.Number) switch
    {
        null => Refuse(ConfirmationDocumentRefusals.VersionUnknown),
        { Submission: null } => Refuse(ConfirmationDocumentRefusals.NotSubmitted),
        var version when (CheckDay(c.On, version, moment.Today) ?? Texts.Paragraphs(c.Reason, "/reason")) is { } refusal => Refuse(refusal),
        { Submission.On: var before } when before == c.On => Nothing,
        { Submission.On: var before } => Accept(new ConfirmationDocumentSubmissionCorrected(c.Number, before, c.On, c.Reason)),
    };

    private static Decision Correct(CorrectDocumentSubmissionWay c, ConfirmationDocument state) => state.Version(c.Number) switch
    {
        null => Refuse(ConfirmationDocumentRefusals.VersionUnknown),
        { Submission: null } => Refuse(ConfirmationDocumentRefusals.NotSubmitted),
        _ when !Enum.IsDefined(c.Via) => Refuse(ConfirmationDocumentRefusals.ViaUnknown),
        _ when c is { SectionIsHere: false, Via: SubmissionWay.SYSTEM } => Refuse(SubmissionRefusals.SectionNotHere),
        _ when Texts.Paragraphs(c.Reason, "/reason") is { } refusal => Refuse(refusal),
        { Submission.Via: var before } when before == c.Via => Nothing,
        { Submission.Via: var before } => Accept(new ConfirmationDocumentSubmissionWayCorrected(c.Number, before, c.Via, c.Reason)),
    };

    private static Refusal? CheckDay(DateOnly on, DocumentVersion version, DateOnly today) =>
        on > today ? ConfirmationDocumentRefusals.DateInFuture : on < version.Header.Date ? ConfirmationDocumentRefusals.BeforePresented : null;

    private static Decision SetEffectiveFrom(SetDocumentEffectiveFrom c, ConfirmationDocument state) => state.Version(c.Number) switch
    {
        null => Refuse(ConfirmationDocumentRefusals.VersionUnknown),
        { EffectiveFrom: { } from } when from == c.From => Nothing,
        _ when c.Superseded => Refuse(ConfirmationDocumentRefusals.Superseded),
        _ when !c.Term.Contains(new DateSpan(c.From, c.From)) => Refuse(ConfirmationDocumentRefusals.OutsideTerm),
        _ => Accept(new ConfirmationDocumentEffectiveFromSet(c.Number, c.From)),
    };

    private static Decision Erase(EraseDocumentPerson c, ConfirmationDocument state) =>
        state.Everyone.All(person => person.Id != c.PersonId) ? Refuse(ConfirmationDocumentRefusals.PersonUnknown)
        : Texts.IsBlank(c.Reason) ? Refuse(ConfirmationDocumentRefusals.ReasonMissing)
        : Texts.Paragraphs(c.Reason, "/reason") is { } refusal ? Refuse(refusal)
        : state.Erased.Contains(c.PersonId) ? Nothing
        : Accept(new ConfirmationDocumentPersonErased(c.PersonId, c.Reason));

    private static Refusal? Lines(string? text, string pointer) => text is null ? null : Texts.Paragraphs(text, pointer);

    private static ConfirmationDocument Mended(ConfirmationDocument state, int number, Func<DocumentSubmission, DocumentSubmission> change) =>
        Version(state, number, version => version with { Submission = version.Submission is { } submission ? change(submission) : null }) with { SubmissionCorrected = true };

    private static ConfirmationDocument Version(ConfirmationDocument state, int number, Func<DocumentVersion, DocumentVersion> change) =>
        state with { Versions = [.. state.Versions.Select(version => version.Number == number ? change(version) : version)] };
}
