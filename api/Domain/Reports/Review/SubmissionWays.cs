namespace SecurityTracker.Domain.Reports.Review;

/// <summary>
/// What can be mended of how a report was handed in. 「このシステムで」 is what the program did itself and stands where the section is here; every
/// other way is what somebody wrote down, and can be written down wrongly.
/// </summary>
public static class SubmissionWays
{
    /// <summary>Why the way cannot be mended by this side, or null.</summary>
    public static Refusal? NotToCorrect(Report state, Side side, bool sectionIsHere) => state switch
    {
        { Disposal: not null } => FinalisedReportRefusals.Disposed,
        { Submission: null } => FinalisedReportRefusals.NotSubmitted,
        _ when side != Side.CONTRACTOR => FinalisedReportRefusals.CorrectionNotYours,
        { Submission.Via: SubmissionWay.SYSTEM } when sectionIsHere => FinalisedReportRefusals.DatedBySystem,
        _ => null,
    };

    /// <summary>Why the submission cannot be taken back by this side, or null: a report that was answered, or that stands in another's place, was handed in.</summary>
    public static Refusal? NotToWithdraw(Report state, Side side, bool sectionIsHere) =>
        NotToCorrect(state, side, sectionIsHere) is { } refusal ? refusal == FinalisedReportRefusals.DatedBySystem ? FinalisedReportRefusals.SubmissionStands : refusal
        : state is { State: ReportState.FINALISED, Submission: { Receipt: null, Reviews: [], UnderInternalCheck: false }, Replaces: null, ReplacementId: null } ? null
        : FinalisedReportRefusals.SubmissionStands;

    internal static Decision Correct(CorrectSubmissionWay c, Report state) => state.Submission switch
    {
        _ when NotToCorrect(state, c.Side, c.SectionIsHere) is { } refusal => Decision.Refuse(refusal),
        _ when c.Via == SubmissionWay.SYSTEM => Decision.Refuse(SubmissionRefusals.SectionNotHere),
        _ when Texts.Paragraphs(c.Reason, "/reason") is { } refusal => Decision.Refuse(refusal),
        null => Decision.Refuse(FinalisedReportRefusals.NotSubmitted),
        { Via: var before } when before == c.Via => Decision.Nothing,
        { Via: var before } => Decision.Accept(new ReportSubmissionWayCorrected(before, c.Via, c.Reason)),
    };

    internal static Decision Withdraw(WithdrawSubmission c, Report state) => state.Submission switch
    {
        _ when NotToWithdraw(state, c.Side, c.SectionIsHere) is { } refusal => Decision.Refuse(refusal),
        _ when Texts.Paragraphs(c.Reason, "/reason") is { } refusal => Decision.Refuse(refusal),
        null => Decision.Refuse(FinalisedReportRefusals.NotSubmitted),
        { Via: var via, On: var on } => Decision.Accept(new ReportSubmissionWithdrawn(via, on, c.Reason)),
    };
}
