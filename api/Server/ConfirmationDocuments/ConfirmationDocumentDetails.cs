using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>Where a presented version stands, as the officer's acts have it.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter<VersionState>))]
internal enum VersionState
{
    /// <summary>提示済み: the officer's word is awaited.</summary>
    PRESENTED,

    /// <summary>了承／了解 or 同意 was given and holds, or none was wanted (再提示のみで可).</summary>
    AGREED,
    DECLINED,
    WITHDRAWN,
    CANCELLED,
}

/// <summary>The officer's word against the day it was wanted by: facts, never a verdict.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter<VersionTiming>))]
internal enum VersionTiming
{
    /// <summary>事前に取得.</summary>
    BEFORE,

    /// <summary>事後の取得.</summary>
    AFTER,

    /// <summary>記録なし（要確認）.</summary>
    MISSING,
}

/// <summary>The act beside a version.</summary>
internal sealed record VersionActDetails(Guid Id, string Kind, string Wording, string State, DateTimeOffset? ActAt, string? RecordedBy, bool? Confirmed);

/// <summary>A version in force.</summary>
internal sealed record InForceDetails(int Number, DateOnly From);

/// <summary>A presented version without its content.</summary>
/// <param name="Word">了承, 了解 or 同意: what it needs; 再提示 where it needs no word.</param>
/// <param name="EffectiveFrom">The day as it was set, or null.</param>
/// <param name="InForceFrom">The day on which it came or comes into force, or null.</param>
/// <param name="Timing">Null while there is nothing to compare.</param>
/// <param name="Unsent">Fixed as this version for an officer who is not here, and not sent so far: not 提示済み yet.</param>
internal sealed record DocumentVersionDetails(
    int Number,
    VersionKind Kind,
    string Word,
    VersionState State,
    DateOnly PresentedOn,
    VersionActDetails? Act,
    DocumentSubmission? Submission,
    DateOnly? EffectiveFrom,
    DateOnly? InForceFrom,
    DateOnly? InForceUntil,
    VersionTiming? Timing,
    bool Unsent,
    IReadOnlyList<DocumentFile> Files)
{
    /// <summary>A version of a document at hand.</summary>
    public static DocumentVersionDetails Of(DocumentAtHand at, DocumentVersion version, AnnexEdition edition, DateOnly today)
    {
        var acts = at.Acts.Where(act => act.Version == version.Number).ToList();
        var act = acts.LastOrDefault(act => act.Word is { Until: null }) ?? acts.LastOrDefault();
        var inForce = VersionsInForce.Of(at.Document.Versions, at.Words).FirstOrDefault(other => other.Version == version.Number);
        return new(
            version.Number,
            version.Kind,
            DocumentWords.WordOf(version.Kind, edition),
            version.Kind == VersionKind.RE_PRESENTATION ? VersionState.AGREED : StateOf(act, today),
            version.Header.Date,
            act is null ? null : new VersionActDetails(act.Id, act.Kind, act.Wording, act.State, act.ActAt, act.RecordedBy, act.Confirmed),
            version.Submission,
            version.EffectiveFrom,
            inForce?.From,
            inForce?.Until,
            TimingOf(version, version.Kind == VersionKind.RE_PRESENTATION ? new(version.Number, version.Header.Date) : act?.Word, today),
            at.Unsent.Contains(version.Number),
            version.Files);
    }

    private static VersionState StateOf(ActOnVersion? act, DateOnly today) => act switch
    {
        { Word: { } word } when word.Until is not { } until || until >= today => VersionState.AGREED,
        { Word: not null } => VersionState.WITHDRAWN,
        _ => Enum.TryParse<VersionState>(act?.State, out var state) ? state : VersionState.PRESENTED,
    };

    // A change is wanted to have its 同意 before it applies, a first version its 了承 before it is handed in.
    private static VersionTiming? TimingOf(DocumentVersion version, WordOnVersion? word, DateOnly today)
    {
        var start = version.Kind == VersionKind.FIRST ? version.Submission?.On ?? version.EffectiveFrom : version.EffectiveFrom;
        return word is null
            ? start <= today ? VersionTiming.MISSING : null
            : start is null || word.On <= start ? VersionTiming.BEFORE : VersionTiming.AFTER;
    }
}

/// <summary>The next version while it is written. Only the contractor's side sees it: the other sees what was presented.</summary>
/// <param name="Checks">What stands in the way of presenting, and what deserves a look.</param>
/// <param name="ChangedSince">Against the version it began as, or null for the first.</param>
internal sealed record DocumentDraftDetails(int? BasedOn, DocumentContentDetails Content, IReadOnlyList<DocumentCheck> Checks, DocumentDiffDetails? ChangedSince);

/// <summary>訂正 of the day on which a version was handed in.</summary>
internal sealed record SubmissionCorrectionDetails(int Number, DateOnly Before, DateOnly On, string Reason, ActedBy By, DateTimeOffset At);

/// <summary>訂正 of the way in which a version was handed in.</summary>
internal sealed record SubmissionWayCorrectionDetails(int Number, SubmissionWay Before, SubmissionWay Via, string Reason, ActedBy By, DateTimeOffset At);

/// <summary>What was mended of the 提出 of versions, oldest first.</summary>
internal sealed record SubmissionCorrections(IReadOnlyList<SubmissionCorrectionDetails> Days, IReadOnlyList<SubmissionWayCorrectionDetails> Ways);

/// <summary>What the actor could do with the document now.</summary>
internal sealed record ConfirmationDocumentCan(
    Can StartDocumentDraft, Can ChangeDocumentMethod, Can PresentConfirmationDocument, Can DiscardDocumentDraft, Can SubmitConfirmationDocument,
    Can CorrectDocumentSubmission, Can SetDocumentEffectiveFrom, Can ErasePersonOnRoster);

/// <summary>The 確認書類 of a contract, as its page shows it.</summary>
/// <param name="Version">0 while nothing was begun.</param>
/// <param name="SectionIsHere">Somebody of the 担当課室 is here, so that what is presented reaches them.</param>
/// <param name="LayoutNote">That the layout is our default.</param>
/// <param name="Corrections">訂正 of the days of 提出, oldest first.</param>
/// <param name="WayCorrections">訂正 of the ways of 提出, oldest first.</param>
/// <param name="RecordDiffers">The items whose record differs from the version in force.</param>
/// <param name="Needs">What the draft, or the record without one, needs against the version in force.</param>
/// <param name="PersonalFields">Which fields this reader sees.</param>
internal sealed record ConfirmationDocumentDetails(
    Guid Id,
    long Version,
    Guid ContractId,
    string ContractName,
    bool SectionIsHere,
    string ContractorName,
    string ContractorWord,
    string EditionCode,
    int EditionRevision,
    string Title,
    string FirstWord,
    string ChangeWord,
    Message LayoutNote,
    InForceDetails? InForce,
    IReadOnlyList<DocumentVersionDetails> Versions,
    IReadOnlyList<SubmissionCorrectionDetails> Corrections,
    IReadOnlyList<SubmissionWayCorrectionDetails> WayCorrections,
    DocumentDraftDetails? Draft,
    IReadOnlyList<int> RecordDiffers,
    IReadOnlyList<DocumentNeed> Needs,
    IReadOnlyDictionary<string, bool> PersonalFields,
    IReadOnlyList<SuggestedPaper> SuggestedPapers,
    ConfirmationDocumentCan Can);

/// <summary>One presented version with all that it says.</summary>
/// <param name="Version">The stream's version.</param>
internal sealed record DocumentVersionContent(Guid Id, long Version, Guid ContractId, DocumentVersionDetails Details, DocumentContentDetails Content);
