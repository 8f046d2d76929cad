using System.Text.Json.Serialization;
using static SecurityTracker.Domain.Decision;

namespace SecurityTracker.Domain.AuthorityActs;

/// <summary>
/// 起案: a decision that one officer prepared and another is to confirm, where the section wants a second pair of eyes. It has a
/// stream of its own, which no contractor reads; only the confirmed decision enters the act.
/// </summary>
public interface IDecisionDraftEvent : IEvent;

/// <summary>A decision was drafted on an act as it stood at a version, or the confirmation of what the contractor recorded of one.</summary>
/// <param name="Record">The number of the record that is to be confirmed (担当職員確認済); null where the decision is given here.</param>
public sealed record DecisionDrafted(
    Guid ContractId,
    Guid ActId,
    long ActVersion,
    ActOutcome Outcome,
    IReadOnlyList<ActCondition> Conditions,
    DateOnly? ExpiresOn,
    string? Reason,
    DateTimeOffset ActAt,
    int? Record = null) : IDecisionDraftEvent
{
    /// <summary>What the draft does to the act once it is confirmed.</summary>
    [JsonIgnore]
    public IAuthorityActCommand Command => Record is null ? new DecideAct(Outcome, Conditions, ExpiresOn, Reason, ActAt) : new ConfirmRecord();
}

/// <summary>Another officer confirmed it; the act holds the decision.</summary>
public sealed record DecisionDraftConfirmed : IDecisionDraftEvent;

/// <summary>It was taken back.</summary>
public sealed record DecisionDraftDiscarded : IDecisionDraftEvent;

/// <summary>The draft of an act's decision.</summary>
/// <param name="Open">What is drafted now, or null.</param>
/// <param name="Version">How many events there were.</param>
public sealed record DecisionDraft(Guid ContractId, Guid ActId, DecisionDrafted? Open, int Version)
{
    /// <summary>Nothing drafted.</summary>
    public static DecisionDraft Initial { get; } = new(default, default, Open: null, Version: 0);

    /// <summary>The draft after one more event.</summary>
    public static DecisionDraft Evolve(DecisionDraft state, IDecisionDraftEvent e)
    {
        ArgumentNullException.ThrowIfNull(state);
        return e switch
        {
            DecisionDrafted d => new(d.ContractId, d.ActId, d, state.Version + 1),
            DecisionDraftConfirmed or DecisionDraftDiscarded => state with { Open = null, Version = state.Version + 1 },
            _ => throw new ArgumentOutOfRangeException(nameof(e), e, "unknown event"),
        };
    }

    /// <summary>What is drafted of a command where two have to see it; null for what one officer does alone.</summary>
    /// <param name="command">What the first officer wants.</param>
    /// <param name="actId">The act.</param>
    /// <param name="act">The act as it stands.</param>
    public static DecisionDrafted? Of(IAuthorityActCommand command, Guid actId, AuthorityAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        return (command, act.Unconfirmed?.Entry) switch
        {
            (DecideAct c, _) => new(act.ContractId, actId, act.Version, c.Outcome, c.Conditions, c.ExpiresOn, c.Reason, c.ActAt),
            (ConfirmRecord, { Outcome: ActOutcome.GRANTED or ActOutcome.DECLINED } r) =>
                new(act.ContractId, actId, act.Version, r.Outcome, r.Conditions, r.ExpiresOn, r.Reason, r.ActAt, r.Number),
            _ => null,
        };
    }

    /// <summary>Drafts a decision; one at a time. One that the act has moved on from (by an objection, say) cannot be confirmed any more and gives way.</summary>
    public static Decision Draft(DecisionDrafted draft, DecisionDraft state)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(state);
        return state.Open?.ActVersion == draft.ActVersion ? Refuse(DecisionDraftRefusals.DraftOpen) : Accept(draft);
    }

    /// <summary>Confirms it: by another than the drafter, on the act as it was drafted for.</summary>
    /// <param name="state">The draft.</param>
    /// <param name="actVersion">The act's version now.</param>
    /// <param name="isDrafter">Whether who confirms is who drafted.</param>
    public static Decision Confirm(DecisionDraft state, long actVersion, bool isDrafter) => state.Open switch
    {
        null => Refuse(DecisionDraftRefusals.DraftMissing),
        _ when isDrafter => Refuse(DecisionDraftRefusals.DrafterConfirms),
        { ActVersion: var version } when version != actVersion => Refuse(DecisionDraftRefusals.DraftStale),
        _ => Accept(new DecisionDraftConfirmed()),
    };

    /// <summary>Takes it back.</summary>
    public static Decision Discard(DecisionDraft state) =>
        state.Open is null ? Refuse(DecisionDraftRefusals.DraftMissing) : Accept(new DecisionDraftDiscarded());
}
