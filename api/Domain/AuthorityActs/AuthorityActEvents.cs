using System.Text.Json.Serialization;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Files;

namespace SecurityTracker.Domain.AuthorityActs;

/// <summary>What happened to an act of authority. When it was entered is metadata; when it happened is <c>ActAt</c>, to the minute.</summary>
public interface IAuthorityActEvent : IEvent;

/// <summary>個別 or 包括.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActMode>))]
public enum ActMode
{
    INDIVIDUAL,
    STANDING,
}

/// <summary>What was said, as the contractor wrote it down or the officer decided it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActOutcome>))]
public enum ActOutcome
{
    GRANTED,

    /// <summary>不可とする.</summary>
    DECLINED,

    /// <summary>照会; from outside only.</summary>
    INQUIRED,

    /// <summary>取消し; from outside only.</summary>
    WITHDRAWN,
}

/// <summary>What an act may be given for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TargetKind>))]
public enum TargetKind
{
    CONFIRMATION_DOCUMENT,
    REPORT,
    REGISTER_ENTRY,
    FILE,
}

/// <summary>A field that a 訂正 mends.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CorrectedField>))]
public enum CorrectedField
{
    ACT_AT,
    EXPIRES_ON,
    CHANNEL,
    NOTE,
    REASON,
    STARTS_ON,
    STARTED_ON,
    OFFICER_NAME,

    /// <summary>件名.</summary>
    TITLE,

    /// <summary>The words of one of the conditions.</summary>
    CONDITION,

    /// <summary>期限 of one of the conditions.</summary>
    CONDITION_DUE_ON,
}

/// <summary>The exact version of what an act is for.</summary>
/// <param name="Sha256">Of its bytes, where it has bytes.</param>
public sealed record ActTarget(TargetKind Kind, Guid Id, int Version, string? Sha256);

/// <summary>What a 包括 act reaches. A list that is empty limits nothing in its respect.</summary>
/// <param name="What">The scope in words.</param>
/// <param name="Media">Media or services.</param>
/// <param name="Purposes">For what.</param>
/// <param name="Places">Where.</param>
/// <param name="People">By whom; the names are kept outside the events.</param>
/// <param name="Until">The last day.</param>
public sealed record StandingScope(
    string What,
    IReadOnlyList<string> Media,
    IReadOnlyList<string> Purposes,
    IReadOnlyList<string> Places,
    [property: Personal] IReadOnlyList<PersonalRef> People,
    DateOnly Until);

/// <summary>What is asked for.</summary>
/// <param name="Title">件名.</param>
/// <param name="Text">The request in words.</param>
/// <param name="Scope">With 包括 only.</param>
/// <param name="StartsOn">When it is to begin.</param>
/// <param name="StartedOn">When it began, where that was before asking.</param>
/// <param name="Target">What exactly it is for, where that has versions.</param>
public sealed record ActRequestContent(
    string Title,
    string Text,
    ActMode Mode,
    StandingScope? Scope,
    DateOnly? StartsOn,
    DateOnly? StartedOn,
    ActTarget? Target,
    IReadOnlyList<FileRef> Files);

/// <summary>The officer's word is asked for.</summary>
/// <param name="Wording">The word as the contract's edition prints it.</param>
/// <param name="Before">Whether the edition wants it beforehand.</param>
public sealed record AuthorityActRequested(
    Guid ContractId,
    ProcedureSubject Subject,
    ActKind Kind,
    Approver Approver,
    EditionRef Edition,
    int? Number,
    string? RequirementId,
    string Wording,
    bool Before,
    ActRequestContent Content) : IAuthorityActEvent;

/// <summary>The request was changed while it was open; what was read before is not what is asked now.</summary>
public sealed record AuthorityActRequestChanged(ActRequestContent Content) : IAuthorityActEvent;

/// <summary>照会: the officer asks back.</summary>
public sealed record AuthorityActInquired(string Text) : IAuthorityActEvent;

/// <summary>The contractor answered the 照会.</summary>
public sealed record AuthorityActAnswered(string Text, IReadOnlyList<FileRef> Files) : IAuthorityActEvent;

/// <summary>The officer gave the word.</summary>
/// <param name="Conditions">附した条件.</param>
/// <param name="ExpiresOn">The last day, or null.</param>
public sealed record AuthorityActGranted(IReadOnlyList<ActCondition> Conditions, DateOnly? ExpiresOn, DateTimeOffset ActAt) : IAuthorityActEvent;

/// <summary>不可とする.</summary>
public sealed record AuthorityActDeclined(string Reason, DateTimeOffset ActAt) : IAuthorityActEvent;

/// <summary>The officer took the word back.</summary>
public sealed record AuthorityActWithdrawn(string Reason, DateTimeOffset ActAt) : IAuthorityActEvent;

/// <summary>The contractor no longer asks.</summary>
public sealed record AuthorityActCancelled(string Reason) : IAuthorityActEvent;

/// <summary>受注者が記録: what the officer said by mail, telephone, on paper or in a meeting.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="OfficerName">Who said it, kept outside the events.</param>
/// <param name="Mail">What the dropped-in mail proves.</param>
public sealed record AuthorityActRecordedFromOutside(
    int Number,
    ActOutcome Outcome,
    Channel Channel,
    DateTimeOffset ActAt,
    [property: Personal] PersonalRef? OfficerName,
    IReadOnlyList<ActCondition> Conditions,
    DateOnly? ExpiresOn,
    string? Reason,
    string? Note,
    IReadOnlyList<FileRef> Files,
    MailProof? Mail) : IAuthorityActEvent;

/// <summary>担当職員確認済: an officer confirmed what the contractor wrote down.</summary>
public sealed record AuthorityActRecordConfirmed(int Number) : IAuthorityActEvent;

/// <summary>An officer says that it was not so; the record stays visible and no longer counts.</summary>
public sealed record AuthorityActRecordObjected(int Number, string Reason) : IAuthorityActEvent;

/// <summary>訂正: the old value and the reason stay visible to both.</summary>
/// <param name="OldValue">As text: an instant or a day in ISO 8601, a word, a sentence; null for nothing or a name.</param>
/// <param name="OldName">The name before, where a name was mended.</param>
/// <param name="EnteredBy">The side that entered it and mends it; the other side is told.</param>
/// <param name="Condition">Which of the conditions, from 0, where one was mended.</param>
public sealed record AuthorityActCorrected(
    CorrectedField Field,
    string? OldValue,
    string? NewValue,
    [property: Personal] PersonalRef? OldName,
    [property: Personal] PersonalRef? NewName,
    Side EnteredBy,
    string Reason,
    int? Condition = null) : IAuthorityActEvent;

/// <summary>An officer's assessment of the facts; the program itself makes none.</summary>
public sealed record AuthorityActAssessed(string Text) : IAuthorityActEvent;

/// <summary>What was asked for began on this day.</summary>
public sealed record AuthorityActStarted(DateOnly On) : IAuthorityActEvent;

/// <summary>What the act was given for changed materially since.</summary>
/// <param name="Version">Its version now.</param>
public sealed record AuthorityActTargetChanged(int Version, string Summary) : IAuthorityActEvent;

/// <summary>Something done under a 包括 act.</summary>
public sealed record AuthorityActUsed(
    int Number,
    DateOnly On,
    string? Medium,
    string? Purpose,
    string? Place,
    [property: Personal] IReadOnlyList<PersonalRef> People,
    string? Note) : IAuthorityActEvent;

/// <summary>How a condition was kept.</summary>
/// <param name="Condition">Its place in the list, from 0.</param>
public sealed record AuthorityActConditionKept(int Condition, DateOnly On, string Text, IReadOnlyList<FileRef> Files) : IAuthorityActEvent;

/// <summary>What the contractor last wrote (the request, a change of it, an answer) was sent to the officer, by a person and outside of the program.</summary>
/// <param name="Channel">How; UNSENT takes it back: it was not sent after all.</param>
public sealed record AuthorityActDelivered(Channel Channel, DateTimeOffset ActAt) : IAuthorityActEvent;
