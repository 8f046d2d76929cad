namespace SecurityTracker.Domain.AuthorityActs;

/// <summary>Why a command to a communication is refused, and what to do next.</summary>
public static class CommunicationRefusals
{
    /// <summary>協議 wants its outcome, and nothing else has one.</summary>
    public static readonly Refusal ConsultationMissing = new("consultation-missing", RefusalKind.INVALID, new(
        "協議については、双方の出席者（課室・職名）と結果を記録してください。", "For a consultation, record both sides (section and post) and its outcome."), "/consultation");

    /// <summary>An outcome on what is no 協議.</summary>
    public static readonly Refusal ConsultationNotWanted = new("consultation-not-wanted", RefusalKind.INVALID, new(
        "協議の結果は、協議の記録にだけ入力します。", "An outcome belongs to a consultation only."), "/consultation");

    /// <summary>A 指定 without its day.</summary>
    public static readonly Refusal DesignatedDayMissing = new("designated-day-missing", RefusalKind.INVALID, new(
        "指定された期日を入力してください。", "Enter the day that was designated."), "/designatedOn");

    /// <summary>The wrong way round.</summary>
    public static readonly Refusal DirectionWrong = new("direction-wrong", RefusalKind.INVALID, new(
        "この連絡の向き（受注者から・担当職員から）が定めと異なります。", "This goes the other way (from the contractor, or from the officer)."), "/direction");

    /// <summary>An officer writes for the contractor.</summary>
    public static readonly Refusal NotYoursToRecord = new("not-yours-to-record", RefusalKind.CONFLICT, new(
        "受注者からの連絡は、受注者が記録します。", "What comes from the contractor is recorded by the contractor."), "/direction");

    /// <summary>Said in this program by the other side.</summary>
    public static readonly Refusal ChannelSystemNotYours = new("channel-not-possible", RefusalKind.INVALID, new(
        "相手方の連絡を記録するときは、手段をメール、電話、紙、打合せから選んでください。",
        "To write down what the other side said, choose mail, telephone, paper or meeting."), "/channel");

    /// <summary>Sent or said already.</summary>
    public static readonly Refusal Delivered = new("communication-delivered", RefusalKind.CONFLICT, new(
        "この連絡は、既に伝えたと記録されています。違う場合は、手段を訂正してください。", "This is recorded as sent already. Correct the way if it is not so."));

    /// <summary>Confirmed already.</summary>
    public static readonly Refusal Settled = new("communication-settled", RefusalKind.CONFLICT, new(
        "この連絡は既に確認されています。", "This was confirmed already."));
}
