using static SecurityTracker.Domain.Decision;

namespace SecurityTracker.Domain.AuthorityActs;

/// <summary>
/// 起案: a decision that one officer prepared and another is to confirm, where the section wants a second pair of eyes. It has a
/// stream of its own, which no contractor reads; only the confirmed decision enters the act.
/// </summary>
public interface IDecisionDraftEvent : IEvent;

/// <summary>A decision was drafted on an act as it stood at a version.</summary>
public sealed record DecisionDrafted(
    Guid ContractId,
    Guid ActId,
    long ActVersion,
    ActOutcome Outcome,
    IReadOnlyList<string> Conditions,
    DateOnly? ExpiresOn,
    string? Reason,
    DateTimeOffset ActAt) : IDecisionDraftEvent;

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
        return e is DecisionDrafted d
            ? new(d.ContractId, d.ActId, d, state.Version + 1)
            : state with { Open = null, Version = state.Version + 1 };
    }

    /// <summary>Drafts a decision; one at a time.</summary>
    public static Decision Draft(DecisionDrafted draft, DecisionDraft state) =>
        state.Open is null ? Accept(draft) : Refuse(DecisionDraftRefusals.DraftOpen);

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
