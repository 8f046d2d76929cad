namespace SecurityTracker.Domain.Reports;

/// <summary>What happens to a batch.</summary>
public interface IReportBatchEvent : IEvent;

/// <summary>Reports of several contracts were taken together, to be looked through, finalised and sent in one go.</summary>
/// <param name="ReportIds">The reports in the order asked for; each remains a report of its own.</param>
public sealed record ReportBatchStarted(IReadOnlyList<Guid> ReportIds) : IReportBatchEvent;

/// <summary>Several reports handled together.</summary>
public sealed record ReportBatch(IReadOnlyList<Guid> ReportIds)
{
    /// <summary>The most reports in one batch.</summary>
    public const int Most = 100;

    /// <summary>Before it is started.</summary>
    public static ReportBatch Initial { get; } = new([]);

    /// <summary>Takes reports together, once.</summary>
    public static Decision Start(ReportBatch state, IReadOnlyList<Guid> reportIds) => reportIds.Count switch
    {
        _ when state.ReportIds.Count > 0 => throw new ArgumentException("A batch is started once", nameof(state)),
        0 => Decision.Refuse(ReportRefusals.BatchEmpty),
        > Most => Decision.Refuse(ReportRefusals.BatchTooLarge),
        _ => Decision.Accept(new ReportBatchStarted([.. reportIds.Distinct()])),
    };

    /// <summary>The state after an event.</summary>
    public static ReportBatch Evolve(ReportBatch state, IReportBatchEvent e) => e switch
    {
        ReportBatchStarted started => new ReportBatch(started.ReportIds),
        _ => throw new ArgumentOutOfRangeException(nameof(e), e, "unknown event"),
    };
}
