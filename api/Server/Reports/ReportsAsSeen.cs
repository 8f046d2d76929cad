using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reports;

/// <summary>
/// A report as its reader sees it beside other reports. The contractor sees that a replacement is under way; the ministry sees of what
/// was before and after it only what was handed in, so that no draft shows through a report that it reads; and neither sees through it what
/// was in one that is gone. Nobody sees changes against a 導入前の記録 that was taken back.
/// </summary>
internal sealed class ReportsAsSeen(Session session, EventStore store, Actor actor)
{
    /// <summary>A report with a replacement that is under way, for who sees one.</summary>
    public async Task<Report> Of(Guid id, Report report, CancellationToken ct) =>
        Visible.SeesUnsent(actor)
            ? await Of(report with { ReplacementId = report.ReplacementId ?? await store.Read(ReportPeriods.ReplacementOf(id), ct) }, ct)
            : await Of(report, ct);

    /// <summary>A report beside what was before it and what stands in its place.</summary>
    public async Task<Report> Of(Report report, CancellationToken ct)
    {
        var compared = report.PreviousId is { } previous ? await session.Load<Report>(previous, ct) : null;
        if (compared is { Value.Disposal: not null })
        {
            // What was disposed of is not told by what was compared with it.
            report = report with { Previous = [] };
        }
        else if (compared is null && await WasTakenBack(report.PreviousId, ct))
        {
            report = report with { PreviousId = null, Previous = [] };
        }

        if (Visible.SeesUnsent(actor))
        {
            return report;
        }

        var seen = report with
        {
            ReplacementId = report.State == ReportState.REPLACED ? report.ReplacementId : null,
            Replaces = await Replaced(report, ct) is { } before ? new Replacement(before, report.Replaces!.Rows, Reason: null) : null,
        };
        return compared is { Value.Submission: null } ? seen with { PreviousId = null, Previous = [] } : seen;
    }

    private async Task<bool> WasTakenBack(Guid? previous, CancellationToken ct) =>
        previous is { } id && await session.Load<PriorReport>(id, ct) is { Value.WithdrawnBy: not null };

    // What was corrected before it was handed in never came here: the one before it did, or none.
    private async Task<Guid?> Replaced(Report report, CancellationToken ct)
    {
        var before = report.Replaces?.ReportId;
        while (before is { } id && await session.Load<Report>(id, ct) is { Value: { Submission: null } unsent })
        {
            before = unsent.Replaces?.ReportId;
        }

        return before;
    }
}
