using System.Text.Json.Serialization;
using SecurityTracker.Domain.Catalogue;

namespace SecurityTracker.Domain.AuthorityActs;

/// <summary>Where an act stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActState>))]
public enum ActState
{
    REQUESTED,
    INQUIRED,
    ANSWERED,
    GRANTED,
    DECLINED,
    CANCELLED,
    WITHDRAWN,

    /// <summary>Given, and its last day has passed; derived, never recorded.</summary>
    EXPIRED,
}

/// <summary>How a record that the contractor made stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RecordStatus>))]
public enum RecordStatus
{
    /// <summary>受注者が記録.</summary>
    UNCONFIRMED,

    /// <summary>担当職員確認済.</summary>
    CONFIRMED,
    OBJECTED,
}

/// <summary>What was decided.</summary>
/// <param name="Record">The number of the record it rests on; null where the officer decided here.</param>
public sealed record ActDecision(ActOutcome Outcome, DateTimeOffset ActAt, IReadOnlyList<ActCondition> Conditions, DateOnly? ExpiresOn, string? Reason, int? Record);

/// <summary>How and when a person sent what was written.</summary>
public sealed record ActDelivery(Channel Channel, DateTimeOffset ActAt);

/// <summary>The word taken back.</summary>
public sealed record ActWithdrawal(string Reason, DateTimeOffset ActAt, int? Record);

/// <summary>A record of what was said outside.</summary>
/// <param name="Before">The state to which an objection leads back.</param>
public sealed record OutsideRecord(AuthorityActRecordedFromOutside Entry, RecordStatus Status, string? Objection, ActState Before);

/// <summary>An act of authority as its events tell it.</summary>
public sealed record AuthorityAct
{
    /// <summary>Nothing asked yet.</summary>
    public static AuthorityAct Initial { get; } = new();

    /// <summary>How many events there were: the version.</summary>
    public int Version { get; init; }

    /// <summary>The contract.</summary>
    public Guid ContractId { get; init; }

    /// <summary>What it is about.</summary>
    public ProcedureSubject Subject { get; init; }

    /// <summary>Which act.</summary>
    public ActKind Kind { get; init; }

    /// <summary>Whose word.</summary>
    public Approver Approver { get; init; }

    /// <summary>The edition under which it was asked for.</summary>
    public EditionRef Edition { get; init; } = new("", 0);

    /// <summary>The item's number there, or null outside the annex.</summary>
    public int? Number { get; init; }

    /// <summary>The requirement or statement.</summary>
    public string? RequirementId { get; init; }

    /// <summary>The word that is printed.</summary>
    public string Wording { get; init; } = "";

    /// <summary>Whether it is wanted beforehand.</summary>
    public bool Before { get; init; }

    /// <summary>What is asked for.</summary>
    public ActRequestContent Content { get; init; } = new("", "", ActMode.INDIVIDUAL, Scope: null, StartsOn: null, StartedOn: null, Target: null, []);

    /// <summary>Where it stands, as recorded; see <see cref="StateOn"/>.</summary>
    public ActState State { get; init; }

    /// <summary>What was decided, or null.</summary>
    public ActDecision? Decision { get; init; }

    /// <summary>The word taken back, or null.</summary>
    public ActWithdrawal? Withdrawal { get; init; }

    /// <summary>What the contractor wrote down of what was said outside.</summary>
    public IReadOnlyList<OutsideRecord> Records { get; init; } = [];

    /// <summary>The places, from 0, of those conditions of the decision of which it was said how they were kept; each once, in order.</summary>
    public IReadOnlyList<int> ConditionsKept { get; init; } = [];

    /// <summary>How many uses were recorded.</summary>
    public int Uses { get; init; }

    /// <summary>The version of the target as last said, where it changed.</summary>
    public int? TargetVersionNow { get; init; }

    /// <summary>The version at which it began to wait for whom it waits.</summary>
    public int WaitingVersion { get; init; }

    /// <summary>How what was last written was sent outside of the program; null while it was not.</summary>
    public ActDelivery? Delivery { get; init; }

    /// <summary>The version of the last decision or withdrawal by the officer here; 0 for none.</summary>
    public int DecidedVersion { get; init; }

    /// <summary>The version of the last objection of the officer; 0 for none.</summary>
    public int ObjectedVersion { get; init; }

    /// <summary>The side that is to be told of the last 訂正, or null.</summary>
    public Side? CorrectedFor { get; init; }

    /// <summary>The version of that 訂正; 0 for none.</summary>
    public int CorrectedVersion { get; init; }

    /// <summary>Whether it was asked for at all.</summary>
    [JsonIgnore]
    public bool Exists => Version > 0;

    /// <summary>Whether a person has sent what was last written.</summary>
    [JsonIgnore]
    public bool Delivered => Delivery is not null;

    /// <summary>Whether it waits for the contractor to send what is written, on a contract whose section is not here.</summary>
    [JsonIgnore]
    public bool WaitsToBeSent => State is ActState.REQUESTED or ActState.ANSWERED && !Delivered;

    /// <summary>Whether it waits for a decision.</summary>
    [JsonIgnore]
    public bool IsOpen => State is ActState.REQUESTED or ActState.INQUIRED or ActState.ANSWERED;

    /// <summary>Whether it is asked for or was given; not where it was refused, taken back or is no longer asked for.</summary>
    [JsonIgnore]
    public bool IsOpenOrGiven => IsOpen || State == ActState.GRANTED;

    /// <summary>The latest record that nobody confirmed or objected to, or null.</summary>
    [JsonIgnore]
    public OutsideRecord? Unconfirmed => Records.LastOrDefault(r => r.Status == RecordStatus.UNCONFIRMED);

    /// <summary>The record on which the decision rests, or null.</summary>
    [JsonIgnore]
    public OutsideRecord? DecidedBy => Decision?.Record is { } number ? Records.FirstOrDefault(r => r.Entry.Number == number) : null;

    /// <summary>The last day on which a grant holds, or null for no end.</summary>
    [JsonIgnore]
    public DateOnly? HoldsUntil => Decision is not { Outcome: ActOutcome.GRANTED } grant ? null
        : grant.ExpiresOn is { } expiry && Content.Scope?.Until is { } until ? (expiry < until ? expiry : until)
        : grant.ExpiresOn ?? Content.Scope?.Until;

    /// <summary>The state on a day in Tokyo.</summary>
    public ActState StateOn(DateOnly today) => State == ActState.GRANTED && HoldsUntil < today ? ActState.EXPIRED : State;
}
