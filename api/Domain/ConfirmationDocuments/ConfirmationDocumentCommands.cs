using SecurityTracker.Domain.Deadlines;

namespace SecurityTracker.Domain.ConfirmationDocuments;

/// <summary>What is asked of a 確認書類.</summary>
public interface IConfirmationDocumentCommand;

/// <summary>Begin a draft.</summary>
/// <param name="Content">What it starts with: from the records, or the latest version's own.</param>
public sealed record DraftConfirmationDocument(Guid ContractId, DocumentContent Content) : IConfirmationDocumentCommand;

/// <summary>Write a method in the draft; blank takes it out.</summary>
public sealed record ChangeDocumentMethod(int Number, string? Method) : IConfirmationDocumentCommand;

/// <summary>Replace a method by what is recorded.</summary>
public sealed record TakeOverDocumentMethod(DocumentMethod? Recorded) : IConfirmationDocumentCommand;

/// <summary>Say something of the 体制 as a whole.</summary>
/// <param name="CapitalAndDirectors">The text itself, of which the organization has the id.</param>
public sealed record ChangeDocumentOrganization(DocumentOrganization Organization, [property: Personal] string? CapitalAndDirectors) : IConfirmationDocumentCommand;

/// <summary>Put people on the roster.</summary>
/// <param name="People">With the ids of their values.</param>
/// <param name="Values">What was typed, in the same order.</param>
public sealed record AddDocumentPeople(IReadOnlyList<RosterPerson> People, IReadOnlyList<PersonValues> Values) : IConfirmationDocumentCommand;

/// <summary>Change what is written of a person of the roster.</summary>
public sealed record ChangeDocumentPerson(RosterPerson Person, PersonValues Values) : IConfirmationDocumentCommand;

/// <summary>Take a person off the roster of the draft.</summary>
public sealed record RemoveDocumentPerson(Guid PersonId) : IConfirmationDocumentCommand;

/// <summary>The papers, all of them.</summary>
public sealed record ChangeDocumentPapers(IReadOnlyList<RequiredPaper> Papers) : IConfirmationDocumentCommand;

/// <summary>Take the subcontractors' parts as they are.</summary>
public sealed record TakeOverDocumentParts(IReadOnlyList<DocumentPart> Parts) : IConfirmationDocumentCommand;

/// <summary>Present the draft.</summary>
/// <param name="Checks">What <see cref="DocumentChecks"/> found on exactly this state.</param>
/// <param name="Kind">Whether a version was agreed to before.</param>
/// <param name="Term">The contract's term.</param>
public sealed record PresentConfirmationDocument(
    IReadOnlyList<DocumentCheck> Checks,
    VersionKind Kind,
    DocumentHeader Header,
    IReadOnlyList<DocumentFile> Files,
    DateOnly? EffectiveFrom,
    Guid? ActId,
    DateSpan Term) : IConfirmationDocumentCommand;

/// <summary>Write down that a version was handed in.</summary>
/// <param name="SectionIsHere">Somebody of the 担当課室 is here, so that the program itself can hand it in.</param>
public sealed record SubmitConfirmationDocument(int Number, DocumentSubmission Submission, bool SectionIsHere = true) : IConfirmationDocumentCommand;

/// <summary>訂正: mend the day on which a version was handed in.</summary>
public sealed record CorrectDocumentSubmission(int Number, DateOnly On, string Reason) : IConfirmationDocumentCommand;

/// <summary>訂正: a version was handed in in another way than was written down.</summary>
public sealed record CorrectDocumentSubmissionWay(int Number, SubmissionWay Via, string Reason, bool SectionIsHere) : IConfirmationDocumentCommand;

/// <summary>Say from when a version is to apply.</summary>
/// <param name="Superseded">Whether a later version is in force.</param>
public sealed record SetDocumentEffectiveFrom(int Number, DateOnly From, DateSpan Term, bool Superseded) : IConfirmationDocumentCommand;

/// <summary>Put the draft away.</summary>
public sealed record DiscardDocumentDraft : IConfirmationDocumentCommand;

/// <summary>Write down that what was kept of a person is erased.</summary>
public sealed record EraseDocumentPerson(Guid PersonId, string Reason) : IConfirmationDocumentCommand;
