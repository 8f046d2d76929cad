using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>The rows of a report in the order in which an officer looks at them.</summary>
internal static class ReviewRows
{
    private static readonly string[] MissingExplanations = ["explanation-missing", "explanation-from-reason"];

    // What a contractor is told of its own records is no finding on what it handed in.
    private static readonly string[] OfTheContractor = ["differs-from-record", "carried-over"];

    /// <summary>Rows that deserve a look first, each kind in the order of print; of what changed first what has another status.</summary>
    public static IReadOnlyList<ReviewRowDetails> Of(
        ReportAtHand at, IReadOnlyList<ReportCheck> checks, ReportReview review, IReadOnlyDictionary<int, ActedBy> drafters, IReadOnlyDictionary<int, int> threads) =>
    [
        .. ReportDetails.RowsOf(at)
            .Select(row => Row(row, at.Report, [.. checks.Where(check => check.Number == row.Number && !OfTheContractor.Contains(check.Code))], review, drafters, threads))
            .OrderBy(row => row.Attention.Count > 0 ? (int)row.Attention[0] : int.MaxValue)
            .ThenBy(row => row.ChangedSinceLast is { } last && last.Status == row.Status),
    ];

    /// <summary>How many rows stand where.</summary>
    public static ReviewCounts Count(Report report, ReportReview review)
    {
        int Of(RowVerdict verdict, bool answered = false) => report.Reviews.Count(row => row.Verdict == verdict && row.Answered == answered);
        return new ReviewCounts(
            report.Rows.Count, Of(RowVerdict.CONFIRMED), Of(RowVerdict.CONFIRMED_UNCHANGED), Of(RowVerdict.QUERIED), Of(RowVerdict.QUERIED, answered: true),
            Of(RowVerdict.INSUFFICIENT), report.Rows.Count - report.Reviews.Count, review.Drafts.Count);
    }

    private static ReviewRowDetails Row(
        ReportRowDetails row, Report report, IReadOnlyList<ReportCheck> checks, ReportReview review,
        IReadOnlyDictionary<int, ActedBy> drafters, IReadOnlyDictionary<int, int> threads)
    {
        var (before, unchanged, sent) = (report.PreviousAnswerOn(row.Number), report.IsAsBefore(row.Number), report.ReviewOf(row.Number));
        return new ReviewRowDetails(
            row.Number, row.Label, row.Text, row.Status, row.Reason, row.Explanation, row.ExplanationStatus,
            before is null || unchanged ? null : new LastAnswer(before.Status, before.Reason, before.Explanation),
            unchanged, [.. Attention(row, before is not null && !unchanged, sent, checks)], checks, sent,
            review.DraftOf(row.Number) is { } draft ? new DraftDetails(draft.Verdict, draft.Comment, drafters.GetValueOrDefault(row.Number)) : null,
            threads.GetValueOrDefault(row.Number));
    }

    private static IEnumerable<RowAttention> Attention(ReportRowDetails row, bool changed, RowReview? sent, IReadOnlyList<ReportCheck> checks)
    {
        if (changed)
        {
            yield return RowAttention.CHANGED;
        }

        if (sent is { Verdict: RowVerdict.QUERIED, Answered: true })
        {
            yield return RowAttention.ANSWERED;
        }

        if (checks.Any(check => Contradictions.Codes.Contains(check.Code) && !Contradictions.IsUnrecorded(check)))
        {
            yield return RowAttention.CONTRADICTION;
        }

        if (checks.Any(Contradictions.IsUnrecorded))
        {
            yield return RowAttention.NOT_RECORDED;
        }

        if (row.Status == ImplementationStatus.NOT_IMPLEMENTED)
        {
            yield return RowAttention.NOT_IMPLEMENTED;
        }

        if (row.Status == ImplementationStatus.NOT_APPLICABLE)
        {
            yield return RowAttention.NOT_APPLICABLE;
        }

        if (checks.Any(check => MissingExplanations.Contains(check.Code)))
        {
            yield return RowAttention.EXPLANATION_MISSING;
        }
    }
}
