using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reports;

/// <summary>What happened to a 導入前の記録: kept once, and taken back perhaps.</summary>
internal sealed record PriorReportCourse(RecordedEvent Recorded, RecordedEvent? Withdrawn)
{
    /// <summary>The side that kept it.</summary>
    public Side RecordedBy => ActorHeaders.Read(Recorded.Headers).Side;

    /// <summary>Out of all its events.</summary>
    public static PriorReportCourse Of(IEnumerable<RecordedEvent> history)
    {
        var events = history.ToList();
        return new(events.First(e => e.Data is PriorReportRecorded), events.Find(e => e.Data is PriorReportWithdrawn));
    }
}
