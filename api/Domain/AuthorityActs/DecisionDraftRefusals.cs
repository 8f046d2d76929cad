namespace SecurityTracker.Domain.AuthorityActs;

/// <summary>Why a drafted decision (起案) is refused, and what to do next.</summary>
public static class DecisionDraftRefusals
{
    /// <summary>A draft is open.</summary>
    public static readonly Refusal DraftOpen = new("draft-open", RefusalKind.CONFLICT, new(
        "この手続には起案中の回答があります。起案を確認するか、取り下げてください。", "A decision is drafted already. Confirm it or take it back."));

    /// <summary>No draft.</summary>
    public static readonly Refusal DraftMissing = new("draft-missing", RefusalKind.CONFLICT, new(
        "起案中の回答はありません。", "No decision is drafted."));

    /// <summary>The act moved on under the draft.</summary>
    public static readonly Refusal DraftStale = new("draft-stale", RefusalKind.CONFLICT, new(
        "起案の後に手続の内容が変わりました。内容を確かめて、改めて起案してください。",
        "The act changed since the draft. Look at it again, and draft anew."));

    /// <summary>The drafter does not confirm.</summary>
    public static readonly Refusal DrafterConfirms = new("same-person", RefusalKind.CONFLICT, new(
        "起案した方は確認できません。別の担当職員に依頼してください。", "Whoever drafted cannot confirm. Ask another officer."));
}
