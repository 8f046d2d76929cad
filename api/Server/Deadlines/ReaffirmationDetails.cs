using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Deadlines;

/// <summary>「今期もこのとおりですか」: what is asked about the items of a contract before its next report.</summary>
/// <param name="Period">The period that is asked about; null where no report is to come.</param>
/// <param name="Items">The reported items that the reader sees, in the order of their numbers.</param>
internal sealed record ReaffirmationDetails(ReaffirmationPeriod? Period, IReadOnlyList<ReaffirmationItem> Items, ReaffirmationCan Can);

/// <summary>What the reader may do.</summary>
/// <param name="ReaffirmRecords">Say that items hold.</param>
internal sealed record ReaffirmationCan(Can ReaffirmRecords);

/// <summary>A period that is asked about. All days are of Tokyo.</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="AsksFrom">The day from which it is asked: work on its report begins.</param>
/// <param name="DueOn">The day by which its report is to be handed in.</param>
/// <param name="DueIs">Whether an officer confirmed that day.</param>
internal sealed record ReaffirmationPeriod(DateOnly From, DateOnly To, DateOnly AsksFrom, DateOnly DueOn, DueKind DueIs);

/// <summary>An item, as far as it is asked about.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Version">The version of its record.</param>
/// <param name="Standing">Where it stands.</param>
/// <param name="By">Who recorded it last, or said that it holds; null where nobody did.</param>
/// <param name="At">When (UTC).</param>
internal sealed record ReaffirmationItem(int Number, long Version, ReaffirmationStanding Standing, ActedBy? By, DateTimeOffset? At);
