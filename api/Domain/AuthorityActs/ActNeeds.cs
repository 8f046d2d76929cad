using System.Text.Json.Serialization;

namespace SecurityTracker.Domain.AuthorityActs;

/// <summary>What is needed because the thing changed since.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActNeed>))]
public enum ActNeed
{
    /// <summary>変更案の提出.</summary>
    CHANGE_PROPOSAL,

    /// <summary>再提示.</summary>
    RE_PRESENTATION,

    /// <summary>改めて許可 (承認, 利用承認, 確認).</summary>
    NEW_PERMISSION,
}

/// <summary>A need.</summary>
/// <param name="Reasons">What changed, each in a few words; empty where only a person said that it did.</param>
public sealed record Needed(ActNeed Kind, IReadOnlyList<Message> Reasons)
{
    /// <summary>The need, if there is a reason for it.</summary>
    public static Needed? For(ActNeed kind, IReadOnlyList<Message> reasons)
    {
        ArgumentNullException.ThrowIfNull(reasons);
        return reasons.Count > 0 ? new(kind, reasons) : null;
    }
}

/// <summary>
/// What an act that was given needs since its target changed, by kind. Of what the program knows (確認書類, reports) it is derived; of
/// things outside, the contractor says that they changed. Whoever asked for the word on the later version has done what was needed.
/// </summary>
public static class ActNeeds
{
    /// <summary>The need of an act on a day, or null.</summary>
    /// <param name="act">The act.</param>
    /// <param name="others">The acts of the contract.</param>
    /// <param name="derived">What its target, as it is now, asks of it.</param>
    /// <param name="today">Today in Tokyo.</param>
    public static Needed? Of(AuthorityAct act, IEnumerable<AuthorityAct> others, Func<AuthorityAct, Needed?> derived, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(others);
        ArgumentNullException.ThrowIfNull(derived);
        return act.StateOn(today) != ActState.GRANTED || act.Content.Target is not { } target || others.Any(other => Follows(other, act, target)) ? null
            : act.TargetVersionNow > target.Version ? new Needed(KindFor(act), [])
            : derived(act);
    }

    /// <summary>Which need a change brings to an act.</summary>
    public static ActNeed KindFor(AuthorityAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        return act.Subject is ProcedureSubject.STAFF or ProcedureSubject.STAFF_CHANGE ? ActNeed.RE_PRESENTATION
            : act.Kind is ActKind.ACKNOWLEDGE or ActKind.CONSENT ? ActNeed.CHANGE_PROPOSAL
            : ActNeed.NEW_PERMISSION;
    }

    private static bool Follows(AuthorityAct other, AuthorityAct act, ActTarget target) =>
        other.IsOpenOrGiven && MatterOf(other) == MatterOf(act) && other.Content.Target is { } later && later.Id == target.Id && later.Version > target.Version;

    private static ProcedureSubject MatterOf(AuthorityAct act) =>
        act.Subject == ProcedureSubject.CONFIRMATION_DOCUMENT_CHANGE ? ProcedureSubject.CONFIRMATION_DOCUMENT : act.Subject;
}
