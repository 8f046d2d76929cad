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
        : state is { State: ReportState.FINALISED, Receipt: null, Reviews: [], Replaces: null, ReplacementId: null, UnderInternalCheck: false } ? null
        : FinalisedReportRefusals.SubmissionStands;

    internal static Decision Correct(CorrectSubmissionWay c, Report state)
    {
        var refusal = NotToCorrect(state, c.Side, c.SectionIsHere)
            ?? (c.Via == SubmissionWay.SYSTEM ? SubmissionRefusals.SectionNotHere : null)
            ?? Texts.Paragraphs(c.Reason, "/reason");
        return refusal is not null ? Decision.Refuse(refusal)
            : state.Submission!.Via == c.Via ? Decision.Nothing
            : Decision.Accept(new ReportSubmissionWayCorrected(state.Submission.Via, c.Via, c.Reason));
    }

    internal static Decision Withdraw(WithdrawSubmission c, Report state) =>
        (NotToWithdraw(state, c.Side, c.SectionIsHere) ?? Texts.Paragraphs(c.Reason, "/reason")) is { } refusal
            ? Decision.Refuse(refusal)
            : Decision.Accept(new ReportSubmissionWithdrawn(state.Submission!.Via, state.Submission.On, c.Reason));
}
