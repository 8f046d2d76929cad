namespace SecurityTracker.Domain.Reports.Review;

/// <summary>
/// Answers to queries are only written down here; where the section is not here a person sends them by mail, by hand or by post,
/// and says so. What was said wrongly is taken back and said anew; both stay in the history.
/// </summary>
public static class AnswersSent
{
    /// <summary>The rows whose answer nobody has sent so far.</summary>
    public static IEnumerable<RowReview> Unsent(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Reviews.Where(review => review is { Verdict: RowVerdict.QUERIED, Answered: true, AnswerSent: null });
    }

    internal static Decision Record(RecordAnswersSent c, Report state, Moment moment)
    {
        var refusal = FinalisedReportDecider.NotUnderReview(state)
            ?? (c.Via == SubmissionWay.SYSTEM ? SubmissionRefusals.SectionNotHere : null)
            ?? state.Submission?.NotOn(c.On, moment)
            ?? (Unsent(state).Any() ? null : FinalisedReportRefusals.NoAnswerToSend);
        return refusal is not null ? Decision.Refuse(refusal)
            : Decision.Accept(new ReportAnswersSent(c.Via, c.On, [.. Unsent(state).Select(review => review.Number)]));
    }

    internal static Decision TakeBack(Report state)
    {
        var sent = state.Reviews.Where(review => review is { Verdict: RowVerdict.QUERIED, AnswerSent: not null }).Select(review => review.Number).ToList();
        return FinalisedReportDecider.NotUnderReview(state) is { } refusal ? Decision.Refuse(refusal)
            : sent.Count == 0 ? Decision.Refuse(FinalisedReportRefusals.NoAnswerSent)
            : Decision.Accept(new ReportAnswersNotSent(sent));
    }
}
