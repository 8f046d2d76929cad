using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Files;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>A 包括 act's reach, with the names of its people.</summary>
internal sealed record ScopeDetails(
    string What, IReadOnlyList<string> Media, IReadOnlyList<string> Purposes, IReadOnlyList<string> Places, IReadOnlyList<string> People, DateOnly Until);

/// <summary>附した条件.</summary>
/// <param name="DueOn">期限, or null where it names none.</param>
internal sealed record ConditionDetails(string Text, DateOnly? DueOn)
{
    /// <summary>Conditions as they are shown.</summary>
    public static IReadOnlyList<ConditionDetails> Of(IReadOnlyList<ActCondition> conditions) => [.. conditions.Select(c => new ConditionDetails(c.Text, c.DueOn))];
}

/// <summary>What was decided, by whom, and on whose entry it rests.</summary>
/// <param name="Record">The number of the contractor's record, or null where the officer decided here.</param>
internal sealed record DecisionDetails(
    ActOutcome Outcome, DateTimeOffset ActAt, DateTimeOffset RecordedAt, ActedBy By, Side RecordedBy, IReadOnlyList<ConditionDetails> Conditions, DateOnly? ExpiresOn, string? Reason, int? Record);

/// <summary>受注者が記録.</summary>
internal sealed record RecordDetails(
    int Number,
    ActOutcome Outcome,
    Channel Channel,
    DateTimeOffset ActAt,
    DateTimeOffset RecordedAt,
    ActedBy By,
    string? OfficerName,
    string? Note,
    IReadOnlyList<ConditionDetails> Conditions,
    DateOnly? ExpiresOn,
    string? Reason,
    IReadOnlyList<FileRef> Files,
    MailProof? Mail,
    RecordStatus Status,
    ActedBy? StatusBy,
    DateTimeOffset? StatusAt,
    string? Objection);

/// <summary>An answer to a 照会.</summary>
internal sealed record AnswerDetails(string Text, IReadOnlyList<FileRef> Files, DateTimeOffset At, ActedBy By);

/// <summary>A 照会 with its answer.</summary>
internal sealed record InquiryDetails(string Text, DateTimeOffset At, ActedBy By, AnswerDetails? Answer);

/// <summary>Something done under a 包括 act.</summary>
internal sealed record UseDetails(
    int Number, DateOnly On, string? Medium, string? Purpose, string? Place, IReadOnlyList<string> People, string? Note, DateTimeOffset RecordedAt, ActedBy By);

/// <summary>How a condition was kept.</summary>
internal sealed record ConditionKeptDetails(int Condition, DateOnly On, string Text, IReadOnlyList<FileRef> Files, DateTimeOffset RecordedAt, ActedBy By);

/// <summary>訂正: what stood there before, what stands there now, and why.</summary>
/// <param name="Condition">Which of the conditions, from 0, where one was mended.</param>
internal sealed record CorrectionDetails(string Field, string? OldValue, string? NewValue, string Reason, DateTimeOffset RecordedAt, ActedBy By, int? Condition = null);

/// <summary>Something written about an act at a time.</summary>
internal sealed record NoteDetails(string Text, DateTimeOffset RecordedAt, ActedBy By);

/// <summary>The word taken back.</summary>
internal sealed record WithdrawalDetails(string Reason, DateTimeOffset ActAt, DateTimeOffset RecordedAt, ActedBy By, int? Record);

/// <summary>What the actor could do now, once the act is opened.</summary>
internal sealed record ActCan(
    Can ChangeActRequest, Can CancelAct, Can AnswerAct, Can RecordFromOutside, Can StartUnderAct, Can UseAct, Can KeepCondition, Can ChangeActTarget, Can DeliverAct, Can CorrectAct,
    Can InquireAct, Can DecideAct, Can ConfirmRecord, Can ObjectToRecord, Can WithdrawAct, Can AssessAct);

/// <summary>An act with all that is shown of it.</summary>
/// <param name="SectionIsHere">Somebody of the 担当課室 is here, so that what is written reaches them.</param>
/// <param name="Opened">Whether the actor has opened it at this version.</param>
/// <param name="Correctable">What the actor's side entered and may mend.</param>
/// <param name="History">All that happened to it, oldest first: what was asked before it was changed, what was confirmed before it was mended.</param>
/// <param name="Draft">What is drafted; null for the contractor's side whatever there is.</param>
internal sealed record ActDetails(
    Guid Id,
    long Version,
    Guid ContractId,
    string ContractName,
    string ContractorName,
    bool SectionIsHere,
    EditionRef Edition,
    ActSummary Summary,
    string? Sentence,
    string Text,
    ScopeDetails? Scope,
    ActTarget? Target,
    int? TargetVersionNow,
    IReadOnlyList<FileRef> Files,
    DateTimeOffset RequestedAt,
    ActedBy RequestedBy,
    DecisionDetails? Decision,
    IReadOnlyList<RecordDetails> Records,
    IReadOnlyList<InquiryDetails> Inquiries,
    WithdrawalDetails? Withdrawal,
    NoteDetails? Cancellation,
    IReadOnlyList<UseDetails> Uses,
    IReadOnlyList<ConditionKeptDetails> ConditionsKept,
    IReadOnlyList<CorrectionDetails> Corrections,
    IReadOnlyList<NoteDetails> Assessments,
    IReadOnlyList<NoteDetails> TargetChanges,
    IReadOnlyList<HistoryEntry> History,
    bool Opened,
    DecisionDraftDetails? Draft,
    IReadOnlyList<CorrectedField> Correctable,
    ActCan Can);
