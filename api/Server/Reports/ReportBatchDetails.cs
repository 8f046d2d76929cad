using SecurityTracker.Domain;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Reports;

using SecurityTracker.Server.Reports.Review;

namespace SecurityTracker.Server.Reports;

/// <summary>What a row said in one report.</summary>
internal sealed record RowValue(ImplementationStatus? Status, string? Reason);

/// <summary>A row that says something else than in the report before.</summary>
internal sealed record RowChange(int Number, string Label, RowValue Before, RowValue Now);

/// <summary>One report of a batch, by what is to be looked at.</summary>
/// <param name="HasPrevious">Whether there is a report before to compare with; without one nothing counts as a change.</param>
/// <param name="Changes">The rows that changed since the report before.</param>
/// <param name="Checks">What stands in the way of finalising, and what deserves a look.</param>
internal sealed record BatchedReport(
    Guid Id,
    long Version,
    Guid ContractId,
    string ContractName,
    ReportState State,
    DateOnly From,
    DateOnly To,
    bool HasPrevious,
    IReadOnlyList<RowChange> Changes,
    IReadOnlyList<ReportCheck> Checks,
    ReportCan Can)
{
    /// <summary>From the report as it is shown by itself.</summary>
    internal static BatchedReport Of(ReportAtHand at, IReadOnlyList<ReportCheck> checks, Actor actor)
    {
        // A batch is of drafts: no day ends the 保存期間 of one.
        var details = ReportDetails.Of(at, checks, CourseDetails.None, actor, today: DateOnly.MinValue, retentionYears: null, sectionIsHere: false);
        return new BatchedReport(
            at.Id, at.Version, details.ContractId, details.ContractName, details.State, details.From, details.To, details.PreviousId is not null,
            [.. details.Rows.Concat(details.ExtraRows).Where(row => row.ChangedSinceLast is not null).Select(row => new RowChange(
                row.Number, row.Label, new RowValue(row.ChangedSinceLast!.Status, row.ChangedSinceLast.Reason), new RowValue(row.Status, row.Reason)))],
            checks,
            details.Can);
    }
}

/// <summary>Several reports in one list.</summary>
/// <param name="Sequence">Of the last event written where this answers a write, else 0.</param>
internal sealed record ReportBatchDetails(Guid Id, long Version, long Sequence, IReadOnlyList<BatchedReport> Reports);
