namespace SecurityTracker.Domain.ConfirmationDocuments;

/// <summary>What happens to the 確認書類 of a contract.</summary>
public interface IConfirmationDocumentEvent : IEvent;

/// <summary>What happens to a draft.</summary>
public interface IDocumentDraftEvent : IConfirmationDocumentEvent;

/// <summary>A draft was begun: the first from the records, a later one as a copy of the version before.</summary>
/// <param name="BasedOn">That version, or null.</param>
public sealed record ConfirmationDocumentDrafted(Guid ContractId, int? BasedOn, DocumentContent Content) : IConfirmationDocumentEvent;

/// <summary>A method was written in the draft itself; the record of the requirement is as it was.</summary>
public sealed record ConfirmationDocumentMethodChanged(int Number, string? Method) : IDocumentDraftEvent;

/// <summary>A method was replaced by what is recorded now.</summary>
/// <param name="ObligationVersion">The version of the record that was taken.</param>
public sealed record ConfirmationDocumentMethodTakenOver(int Number, string? Method, long ObligationVersion) : IDocumentDraftEvent;

/// <summary>What is said of the 体制 as a whole was changed.</summary>
public sealed record ConfirmationDocumentOrganizationChanged(DocumentOrganization Organization) : IDocumentDraftEvent;

/// <summary>People were put on the roster, or what is written of them was changed.</summary>
public sealed record ConfirmationDocumentPeopleSet(IReadOnlyList<RosterPerson> People) : IDocumentDraftEvent;

/// <summary>Someone was taken off the roster of the draft.</summary>
public sealed record ConfirmationDocumentPersonRemoved(Guid PersonId) : IDocumentDraftEvent;

/// <summary>The papers handed in with the document are these.</summary>
public sealed record ConfirmationDocumentPapersChanged(IReadOnlyList<RequiredPaper> Papers) : IDocumentDraftEvent;

/// <summary>The subcontractors' parts were taken as they are now.</summary>
public sealed record ConfirmationDocumentPartsTakenOver(IReadOnlyList<DocumentPart> Parts) : IDocumentDraftEvent;

/// <summary>The draft was presented (提示): it is frozen as this version, and kept as the files with these hashes.</summary>
/// <param name="ActId">The request for the officer's word that was made with it, or null where it is asked for otherwise.</param>
/// <param name="EffectiveFrom">From when a change is to apply, or null: from the officer's word on.</param>
public sealed record ConfirmationDocumentPresented(
    int Number, VersionKind Kind, DocumentHeader Header, IReadOnlyList<DocumentFile> Files, DateOnly? EffectiveFrom, Guid? ActId) : IConfirmationDocumentEvent;

/// <summary>A version was handed in as the 確認書類 (提出).</summary>
public sealed record ConfirmationDocumentSubmitted(int Number, DocumentSubmission Submission) : IConfirmationDocumentEvent;

/// <summary>訂正 of the day on which a version was handed in; the old one and the reason stay visible to both.</summary>
public sealed record ConfirmationDocumentSubmissionCorrected(int Number, DateOnly Before, DateOnly On, string Reason) : IConfirmationDocumentEvent;

/// <summary>訂正 of the way in which a version was handed in; the old one and the reason stay visible to both.</summary>
public sealed record ConfirmationDocumentSubmissionWayCorrected(int Number, SubmissionWay Before, SubmissionWay Via, string Reason) : IConfirmationDocumentEvent;

/// <summary>From when a version is to apply was set.</summary>
public sealed record ConfirmationDocumentEffectiveFromSet(int Number, DateOnly From) : IConfirmationDocumentEvent;

/// <summary>The draft was put away.</summary>
public sealed record ConfirmationDocumentDraftDiscarded : IConfirmationDocumentEvent;

/// <summary>What was kept of a person of the roster was erased. Who it was is gone; the files of presented versions keep it for their term.</summary>
public sealed record ConfirmationDocumentPersonErased(Guid PersonId, string Reason) : IConfirmationDocumentEvent;
