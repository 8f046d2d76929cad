using SecurityTracker.Domain.AuthorityActs;

namespace SecurityTracker.Demo.World;

/// <summary>Something that happens to an act.</summary>
internal enum DemoMove
{
    /// <summary>The officer gives the word, with conditions and an expiry where there are any.</summary>
    GRANTED,

    /// <summary>The second pair of eyes confirms what the first drafted.</summary>
    COUNTERSIGNED,

    /// <summary>不可とする.</summary>
    DECLINED,

    /// <summary>照会.</summary>
    INQUIRED,
    ANSWERED,
    WITHDRAWN,
    CANCELLED,

    /// <summary>The contractor writes down what was said outside.</summary>
    TOLD,

    /// <summary>担当職員確認済.</summary>
    RECORD_CONFIRMED,
    RECORD_OBJECTED,

    /// <summary>訂正 of when it was said, by the contractor: two days earlier.</summary>
    CORRECTED,

    /// <summary>The contractor has read the decision.</summary>
    READ,
    USED,
    CONDITION_KEPT,

    /// <summary>What it was given for has changed.</summary>
    TARGET_CHANGED,
    ASSESSED,
}

/// <summary>A condition of a grant.</summary>
/// <param name="Due">Its last day in working days from today, or null.</param>
internal sealed record DemoCondition(string Text, int? Due = null);

/// <summary>One step of an act.</summary>
/// <param name="On">Working days from today: -3 is three ago.</param>
/// <param name="Text">The reason, question, answer or note.</param>
/// <param name="Conditions">Of a grant.</param>
/// <param name="Until">The last day of a grant, in working days from today.</param>
/// <param name="Channel">Of what was said outside.</param>
/// <param name="By">1 for the second of the contract's 担当職員.</param>
/// <param name="Paper">What is attached to an answer.</param>
internal sealed record DemoStep(
    DemoMove Move, int On, string? Text = null, IReadOnlyList<DemoCondition>? Conditions = null, int? Until = null, Channel Channel = Channel.TELEPHONE, int By = 0,
    string? Paper = null);

/// <summary>包括: what it is to reach.</summary>
/// <param name="Until">Working days from today.</param>
internal sealed record DemoScope(string What, int Until, IReadOnlyList<string> Media, IReadOnlyList<string> Purposes, IReadOnlyList<string> Places);

/// <summary>A word that is asked of the officer, and what became of it.</summary>
/// <param name="Asked">Working days from today.</param>
/// <param name="StartsOn">The planned beginning, in working days from today.</param>
/// <param name="StartedOn">When it began.</param>
/// <param name="Paper">A paper that is attached, for which it is asked.</param>
internal sealed record DemoAct(
    ProcedureSubject Subject,
    string Title,
    string Text,
    int Asked,
    IReadOnlyList<DemoStep> Steps,
    DemoScope? Scope = null,
    int? StartsOn = null,
    int? StartedOn = null,
    string? Paper = null);

/// <summary>A 協議 as it ended.</summary>
/// <param name="By">Working days from today.</param>
internal sealed record DemoConsultation(string Outcome, string Measure, int By);

/// <summary>Something that one side said to the other.</summary>
/// <param name="On">Working days from today.</param>
/// <param name="IsRead">Whether the other side has opened it.</param>
/// <param name="IsConfirmed">Whether the other side has confirmed it.</param>
/// <param name="Designated">The day of a 指定, in working days from today.</param>
/// <param name="Answers">It answers the one before.</param>
/// <param name="Paper">What is attached.</param>
/// <param name="ByStaff">A 第一報, sent by the one of the staff who saw it.</param>
internal sealed record DemoSaying(
    CommunicationKind Kind,
    Direction Direction,
    ProcedureSubject Subject,
    string Text,
    int On,
    bool IsRead = true,
    bool IsConfirmed = false,
    Channel Channel = Channel.SYSTEM,
    DemoConsultation? Consultation = null,
    int? Designated = null,
    bool Answers = false,
    string? Paper = null,
    string? ByStaff = null);
