namespace SecurityTracker.Domain;

/// <summary>Why something cannot be handed in as it is said.</summary>
public static class SubmissionRefusals
{
    /// <summary>This system hands in only to who is here.</summary>
    public static readonly Refusal SectionNotHere = new("section-not-here", RefusalKind.CONFLICT, new(
        "担当課室の方は、まだこのシステムにいません。メール・持参・郵送で提出し、その方法を記録してください。",
        "Nobody of the section is in this system yet. Hand it in by mail, by hand or by post, and record which."), "/via");
}
