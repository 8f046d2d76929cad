using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>An act in its contract's list.</summary>
/// <param name="Wording">The word that the edition prints (許可 …).</param>
/// <param name="State">With EXPIRED where the last day has passed.</param>
/// <param name="Timing">What the days say, or null.</param>
/// <param name="TimingMessage">The same in words: a fact, no verdict.</param>
/// <param name="Need">What is needed since the thing changed, or null.</param>
/// <param name="NeedReasons">What changed, as far as the program knows.</param>
/// <param name="RecordedBy">Whose entry the decision is; null while there is none.</param>
/// <param name="Unsent">Written down, on a contract whose section is not here, and nobody has sent it so far.</param>
/// <param name="Delivery">How what was last written was sent by a person, or null.</param>
/// <param name="Confirmed">Of a decision that the contractor recorded: whether an officer confirmed it.</param>
internal sealed record ActSummary(
    Guid Id,
    long Version,
    ProcedureSubject Subject,
    ActKind Kind,
    Approver Approver,
    int? Number,
    string? RequirementId,
    string Wording,
    string Title,
    ActMode Mode,
    ActState State,
    DateOnly? StartsOn,
    DateOnly? StartedOn,
    ActTimingFact? Timing,
    Message? TimingMessage,
    ActNeed? Need,
    Message? NeedMessage,
    IReadOnlyList<Message> NeedReasons,
    DateTimeOffset? ActAt,
    DateOnly? ExpiresOn,
    Side? RecordedBy,
    bool? Confirmed,
    bool Unconfirmed,
    bool Unsent,
    ActDelivery? Delivery,
    DateTimeOffset UpdatedAt)
{
    /// <summary>An act as it stands on a day.</summary>
    public static ActSummary Of(Versioned<AuthorityAct> found, TargetsNow targets, DateOnly today, bool sectionIsHere)
    {
        var act = found.Value;
        var (timing, need) = (ActTiming.Of(act, today), targets.NeedOf(act));
        Side? by = act.Decision is null ? null : act.Decision.Record is null ? Side.OFFICER : Side.CONTRACTOR;
        return new(
            found.Id, found.Version, act.Subject, act.Kind, act.Approver, act.Number, act.RequirementId, act.Wording, act.Content.Title, act.Content.Mode,
            act.StateOn(today), act.Content.StartsOn, act.Content.StartedOn, timing, timing is null ? null : Words(timing), need?.Kind,
            need is null ? null : Words(need.Kind, act.Wording), need?.Reasons ?? [], act.Decision?.ActAt, act.HoldsUntil, by,
            act.DecidedBy is { } record ? record.Status == RecordStatus.CONFIRMED : null, act.Unconfirmed is not null,
            act.WaitsToBeSent && !sectionIsHere, act.Delivery, found.ModifiedAt.ToUniversalTime());
    }

    private static Message Words(ActTimingFact timing) => timing switch
    {
        { Fact: TimingFact.BEFORE, SameDay: true } => new("事前に取得（開始と同日。時刻までは比べていません）", "Obtained beforehand (on the day it began; hours are not compared)"),
        { Fact: TimingFact.BEFORE } => new("事前に取得", "Obtained beforehand"),
        { Fact: TimingFact.AFTER } => new("事後の取得", "Obtained afterwards"),
        _ => new("記録なし（要確認）", "Nothing recorded (to be checked)"),
    };

    /// <summary>A need in words.</summary>
    public static Message Words(ActNeed need, string wording) => need switch
    {
        ActNeed.CHANGE_PROPOSAL => new("変更案の提出が必要です。", "Submit a proposal for the change."),
        ActNeed.RE_PRESENTATION => new("再提示が必要です。", "Present it again."),
        _ => new($"改めて{wording}を得ることが必要です。", "It has to be obtained anew."),
    };
}
