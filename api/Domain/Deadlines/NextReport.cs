namespace SecurityTracker.Domain.Deadlines;

/// <summary>The report that what is recorded now is wanted for: the next one that is not finalised.</summary>
/// <param name="Period">What it reports on.</param>
/// <param name="WorkBeginsOn">The day on which work on it begins: its draft opens, and what stands from before is asked about.</param>
/// <param name="DueOn">The day by which it is to be handed in.</param>
/// <param name="DueIs">Whether an officer confirmed that day, or this program proposes it.</param>
public sealed record NextReport(DateSpan Period, DateOnly WorkBeginsOn, DateOnly DueOn, DueKind DueIs);
