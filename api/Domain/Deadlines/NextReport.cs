namespace SecurityTracker.Domain.Deadlines;

/// <summary>The report that what is recorded now is wanted for: the next one that is not finalised.</summary>
/// <param name="DueOn">The day by which it is to be handed in.</param>
/// <param name="DueIs">Whether an officer confirmed that day, or this program proposes it.</param>
public sealed record NextReport(DateOnly DueOn, DueKind DueIs);
