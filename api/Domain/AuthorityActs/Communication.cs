using System.Text.Json.Serialization;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Files;

namespace SecurityTracker.Domain.AuthorityActs;

/// <summary>What happened to a communication, which decides nothing.</summary>
public interface ICommunicationEvent : IEvent;

/// <summary>協議: who took part on both sides (section and post rather than names), and what came of it.</summary>
/// <param name="Measure">What is to be done, or null.</param>
/// <param name="By">By when, or null.</param>
public sealed record ConsultationResult(string MinistrySide, string ContractorSide, string Outcome, string? Measure, DateOnly? By);

/// <summary>A communication as it was recorded.</summary>
/// <param name="RecordedBy">The side that wrote it down; where that is not the side it came from, it waits for the other's confirmation.</param>
/// <param name="ThreadId">The first communication of the thread; its own id where it begins one.</param>
/// <param name="OfficerName">Who spoke for the ministry, kept outside the events.</param>
/// <param name="Urgent">第一報: it stands above all else until an officer confirmed it.</param>
public sealed record CommunicationRecorded(
    Guid ContractId,
    CommunicationKind Kind,
    Direction Direction,
    ProcedureSubject Subject,
    EditionRef Edition,
    int? Number,
    string? RequirementId,
    string Wording,
    string Text,
    DateTimeOffset ActAt,
    Channel Channel,
    Side RecordedBy,
    [property: Personal] PersonalRef? OfficerName,
    IReadOnlyList<FileRef> Files,
    Guid ThreadId,
    Guid? InReplyTo,
    ConsultationResult? Consultation,
    DateOnly? DesignatedOn,
    ActTarget? Target,
    bool Urgent,
    MailProof? Mail) : ICommunicationEvent;

/// <summary>The other side confirmed it.</summary>
public sealed record CommunicationConfirmed : ICommunicationEvent;

/// <summary>The other side says that it was not so.</summary>
public sealed record CommunicationObjected(string Reason) : ICommunicationEvent;

/// <summary>It was sent or said to the other side, by a person and outside of the program.</summary>
public sealed record CommunicationDelivered(Channel Channel, DateTimeOffset ActAt, IReadOnlyList<FileRef> Files) : ICommunicationEvent;

/// <summary>A field of a communication that a 訂正 mends.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CommunicationField>))]
public enum CommunicationField
{
    TEXT,
    ACT_AT,
    CHANNEL,
    OUTCOME,
    MEASURE,
    BY,
}

/// <summary>訂正: the old value and the reason stay visible to both.</summary>
public sealed record CommunicationCorrected(CommunicationField Field, string? OldValue, string? NewValue, string Reason) : ICommunicationEvent;

/// <summary>How a communication stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CommunicationStatus>))]
public enum CommunicationStatus
{
    RECORDED,
    CONFIRMED,
    OBJECTED,
}

/// <summary>A communication as its events tell it.</summary>
/// <param name="Said">As it was recorded, with what was mended since; null before anything was.</param>
/// <param name="Version">How many events there were.</param>
/// <param name="CorrectedVersion">The version of the last 訂正; 0 for none.</param>
public sealed record Communication(CommunicationRecorded? Said, CommunicationStatus Status, string? Objection, int Version, int CorrectedVersion)
{
    /// <summary>Nothing said yet.</summary>
    public static Communication Initial { get; } = new(Said: null, CommunicationStatus.RECORDED, Objection: null, Version: 0, CorrectedVersion: 0);

    /// <summary>The side it came from; a conversation from the side that wrote it down.</summary>
    [JsonIgnore]
    public Side? From => Said?.Direction switch
    {
        null => null,
        Direction.FROM_CONTRACTOR => Side.CONTRACTOR,
        Direction.FROM_OFFICER => Side.OFFICER,
        _ => Said.RecordedBy,
    };

    /// <summary>The side that has to confirm what the other wrote down.</summary>
    [JsonIgnore]
    public Side? WaitsFor => Said is null || Status == CommunicationStatus.CONFIRMED ? null : Said.RecordedBy == Side.CONTRACTOR ? Side.OFFICER : Side.CONTRACTOR;
}
