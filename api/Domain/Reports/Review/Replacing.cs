namespace SecurityTracker.Domain.Reports.Review;

/// <summary>差替え: a corrected report is sent whole, with a date of its own, though only the rows that were queried were reopened.</summary>
public static class Replacing
{
    /// <summary>What the replacement begins with: the report as it is, without its date and 文書番号, which are its own.</summary>
    /// <param name="reportId">The report to be replaced.</param>
    /// <param name="report">It, as it stands.</param>
    /// <param name="submitted">Where it was never handed in itself but corrects one that was: that one.</param>
    /// <param name="reason">Why, where it was never handed in.</param>
    public static ReportDrafted Draft(Guid reportId, Report report, Report? submitted, string? reason) => new(
        report.ContractId,
        report.Period,
        report.Edition,
        report.Header with { ReportedOn = null, DocumentNumber = null },
        report.Rows,
        report.ExtraRows,
        report.PreviousId,
        report.Previous,
        new Replacement(reportId, RowsOf(report, submitted), report.Submission is null ? reason : null));

    // A correction of what was not handed in yet opens no more than the report that it corrects had open, and what was queried since.
    private static IReadOnlyList<int>? RowsOf(Report report, Report? submitted) => (report, submitted) switch
    {
        ({ Submission: not null }, _) => [.. Queried(report)],
        (_, not null) => [.. (report.Replaces?.Rows ?? []).Union(Queried(submitted)).Order()],
        _ => null,
    };

    /// <summary>The numbers of the rows whose query is open.</summary>
    public static IEnumerable<int> Queried(Report report) =>
        report.Reviews.Where(review => review.Verdict == RowVerdict.QUERIED).Select(review => review.Number).Order();

    /// <summary>Why no replacement can be drafted now, or null.</summary>
    public static Refusal? NotToReplace(Report state) => state switch
    {
        { Disposal: not null } => FinalisedReportRefusals.Disposed,
        { State: ReportState.REPLACED } => FinalisedReportRefusals.Replaced,
        { State: not ReportState.FINALISED } => FinalisedReportRefusals.NotFinalised,
        { ReplacementId: not null } => FinalisedReportRefusals.ReplacementUnderWay,
        { Submission: not null } when !Queried(state).Any() => FinalisedReportRefusals.NothingQueried,
        _ => null,
    };

    /// <summary>What stays said of the rows that were not reopened, once the replacement is handed in.</summary>
    internal static IReadOnlyList<RowReview> Carried(Report state, Report? replaced) => replaced is null || state.Replaces?.Rows is not { } reopened
        ? []
        : [.. replaced.Reviews.Where(review => !reopened.Contains(review.Number)).Select(review => review with { Carried = true })];

    internal static Decision Start(StartReplacement c, Report state)
    {
        var refusal = NotToReplace(state) ?? (state.Submission, c.Reason) switch
        {
            (not null, _) => null,
            (null, var reason) when Texts.IsBlank(reason) => FinalisedReportRefusals.ReplacementReasonMissing,
            (null, var reason) => Texts.Paragraphs(reason, "/reason"),
        };

        // Nothing of a report that was handed in moves by it: the other side reads that report, and its replacement is no more than a draft.
        return refusal is not null ? Decision.Refuse(refusal)
            : state.Submission is not null ? Decision.Nothing
            : Decision.Accept(new ReportReplacementStarted(c.ReplacementId));
    }

    internal static Replacement Reopened(Replacement before, ReportRowsReopened e) => before with { Rows = [.. (before.Rows ?? []).Union(e.Rows).Order()] };

    internal static Decision Reopen(ReopenRows c, Report state)
    {
        int[] closed = state is { State: ReportState.DRAFT, Replaces.Rows: { } open } ? [.. c.Rows.Except(open).Order()] : [];
        return closed.Length == 0 ? Decision.Nothing : Decision.Accept(new ReportRowsReopened(closed));
    }
}
