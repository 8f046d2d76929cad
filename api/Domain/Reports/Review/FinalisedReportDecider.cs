using SecurityTracker.Domain.Contracts;

namespace SecurityTracker.Domain.Reports.Review;

/// <summary>
/// The rules of a report between the two sides: 提出, 受領, what is said of its rows, 差替え, and its end. Nothing here changes a
/// word of what was finalised.
/// </summary>
public static class FinalisedReportDecider
{
    private const int MostOfNumber = 100;

    /// <summary>Events or a refusal; a refused command changes nothing.</summary>
    public static Decision Decide(IFinalisedReportCommand command, Report state, Moment moment) => command switch
    {
        SubmitReport submit => Submit(submit, state, moment),
        RecordReceipt receive => Receive(receive, state, moment),
        ConfirmReceipt confirm => Confirm(confirm.SamePerson, NotToConfirmReceipt(state), new ReportReceiptConfirmed()),
        StartReplacement start => Replacing.Start(start, state),
        AbandonReplacement => state is { State: ReportState.FINALISED, ReplacementId: { } id } ? Decision.Accept(new ReportReplacementDiscarded(id)) : Decision.Nothing,
        MarkReplaced mark => Decision.Accept(new ReportReplaced(mark.ReplacementId)),
        ReopenRows reopen => Replacing.Reopen(reopen, state),
        AnswerQuery answer => Answer(answer, state),
        RecordAnswersSent sent => AnswersSent.Record(sent, state, moment),
        TakeAnswersSentBack => AnswersSent.TakeBack(state),
        ShowInternalCheck show => state.UnderReview is not { } submission ? Decision.Refuse(FinalisedReportRefusals.NotUnderReview)
            : show.UnderWay == submission.UnderInternalCheck ? Decision.Nothing
            : Decision.Accept(new ReportInternalCheckChanged(show.UnderWay)),
        DisposeReport dispose => Dispose(dispose, state, moment),
        CorrectReportDate correct => Correct(correct, state, moment),
        CorrectSubmissionWay correct => SubmissionWays.Correct(correct, state),
        WithdrawSubmission withdraw => SubmissionWays.Withdraw(withdraw, state),
        SendReview send => RowVerdicts.Send(send, state),
        RecordOutsideReview record => RowVerdicts.RecordOutside(record, state, moment),
        ConfirmOutsideReview confirm => Confirm(confirm.SamePerson, NotToConfirmReview(state), new ReportOutsideReviewConfirmed()),
        FindRowInsufficient find => RowVerdicts.FindInsufficient(find, state, moment),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "A command without a rule"),
    };

    /// <summary>The report after an event of its course.</summary>
    public static Report Evolve(Report state, IReportEvent e) => e switch
    {
        ReportSubmitted submitted => state with { Submission = new Submission(submitted.Via, submitted.On, submitted.Files) { Reviews = submitted.Carried } },
        ReportSubmissionWithdrawn => state with { Submission = null },
        ReportReplacementStarted started => state with { ReplacementId = started.ReplacementId },
        ReportReplacementDiscarded => state with { ReplacementId = null },
        ReportRowsReopened reopened => state with { Replaces = Replacing.Reopened(state.Replaces ?? throw History.OutOfOrder(e), reopened) },
        ReportReplaced replaced => state with
        {
            State = ReportState.REPLACED,
            ReplacementId = replaced.ReplacementId,
            Submission = state.Submission is { } submission ? submission with { UnderInternalCheck = false } : null,
        },
        ReportDisposed disposed => Emptied(state) with { Disposal = new Disposal(disposed.Kind, disposed.On, disposed.Number) },
        ISubmissionEvent then => state with { Submission = Submission.Evolve(state.Submission ?? throw History.OutOfOrder(e), then) },
        _ => throw new ArgumentOutOfRangeException(nameof(e), e, "unknown event"),
    };

    /// <summary>Why nothing can be said of the report's rows, or null.</summary>
    public static Refusal? NotUnderReview(Report state) =>
        state.UnderReview is null ? FinalisedReportRefusals.NotUnderReview : null;

    /// <summary>Why the report cannot be handed in now, or null.</summary>
    public static Refusal? NotToSubmit(Report state) => state switch
    {
        { Disposal: not null } => FinalisedReportRefusals.Disposed,
        { State: ReportState.REPLACED } => FinalisedReportRefusals.Replaced,
        { State: ReportState.DISCARDED } => ReportRefusals.Discarded,
        { State: not ReportState.FINALISED } => FinalisedReportRefusals.NotFinalised,
        { Submission: not null } => FinalisedReportRefusals.AlreadySubmitted,
        { ReplacementId: not null } => FinalisedReportRefusals.ReplacementUnderWay,
        _ => null,
    };

    /// <summary>Why a 受領 cannot be noted by this side now, or null. An officer may note over what the contractor alone had noted.</summary>
    public static Refusal? NotToReceive(Report state, Side side) => state switch
    {
        { Submission: null } => FinalisedReportRefusals.NotSubmitted,
        { Disposal: not null } => FinalisedReportRefusals.Disposed,
        { Submission.Receipt.Confirmed: true } => FinalisedReportRefusals.AlreadyReceived,
        { Submission.Receipt: not null } when side == Side.CONTRACTOR => FinalisedReportRefusals.AlreadyReceived,
        _ => null,
    };

    /// <summary>Why there is no 受領 for an officer to confirm, or null.</summary>
    public static Refusal? NotToConfirmReceipt(Report state) =>
        state is { Disposal: null, Submission.Receipt.Confirmed: false } ? null : FinalisedReportRefusals.NothingToConfirm;

    /// <summary>Why there is nothing that the contractor wrote down of the rows for an officer to confirm, or null.</summary>
    public static Refusal? NotToConfirmReview(Report state) =>
        state.Disposal is null && state.Reviews.Any(review => !review.Confirmed) ? null : FinalisedReportRefusals.NothingToConfirm;

    /// <summary>Why 廃棄 or 移管 cannot be recorded on a day, or null.</summary>
    public static Refusal? NotToDispose(Report state, DateOnly on, int? retentionYears) => state switch
    {
        { Disposal: not null } => FinalisedReportRefusals.Disposed,
        { Submission: null } => FinalisedReportRefusals.NotSubmitted,
        { Submission.On: var submittedOn } when on <= Retention.Until(submittedOn, retentionYears) => FinalisedReportRefusals.RetentionNotOver,
        _ => null,
    };

    /// <summary>Why a date cannot be mended by this side, or null: each side mends what it wrote down, and what this system dated itself stands.</summary>
    public static Refusal? NotToCorrect(Report state, ReportDate date, Side side) => (state, date) switch
    {
        ({ Disposal: not null }, _) => FinalisedReportRefusals.Disposed,
        ({ Submission: null }, _) => FinalisedReportRefusals.NotSubmitted,
        ({ Submission.Receipt: null }, ReportDate.RECEIVED_ON) => FinalisedReportRefusals.NotReceived,
        (_, ReportDate.SUBMITTED_ON) when side != Side.CONTRACTOR => FinalisedReportRefusals.CorrectionNotYours,
        ({ Submission.Via: SubmissionWay.SYSTEM }, ReportDate.SUBMITTED_ON) => FinalisedReportRefusals.DatedBySystem,
        ({ Submission.Receipt.RecordedBy: var by }, ReportDate.RECEIVED_ON) when side != by => FinalisedReportRefusals.CorrectionNotYours,
        _ => null,
    };

    private static Decision Correct(CorrectReportDate c, Report state, Moment moment) => (c.Date, state.Submission) switch
    {
        _ when NotToCorrect(state, c.Date, c.Side) is { } refusal => Decision.Refuse(refusal),
        _ when c.On > moment.Today => Decision.Refuse(FinalisedReportRefusals.DateInFuture),
        (ReportDate.SUBMITTED_ON, _) when c.On < c.FinalisedOn => Decision.Refuse(FinalisedReportRefusals.BeforeFinalisation),
        (ReportDate.SUBMITTED_ON, { Receipt.On: var received }) when c.On > received => Decision.Refuse(FinalisedReportRefusals.AfterReceipt),
        (ReportDate.RECEIVED_ON, { On: var submitted }) when c.On < submitted => Decision.Refuse(FinalisedReportRefusals.BeforeSubmission),
        _ when Texts.Paragraphs(c.Reason, "/reason") is { } refusal => Decision.Refuse(refusal),
        (ReportDate.SUBMITTED_ON, { On: var before }) => Mend(c, before),
        (ReportDate.RECEIVED_ON, { Receipt.On: var before }) => Mend(c, before),
        _ => throw new ArgumentOutOfRangeException(nameof(c), c, "A date without a rule"),
    };

    private static Decision Mend(CorrectReportDate c, DateOnly before) =>
        before == c.On ? Decision.Nothing : Decision.Accept(new ReportDateCorrected(c.Date, before, c.On, c.Reason, c.Side));

    // What was said is in no state that is read from now on; that it was said, and what the rows' values were, is.
    private static Report Emptied(Report state) => state with
    {
        Rows = [.. state.Rows.Select(row => row with { Answer = new RowAnswer(row.Answer.Status) })],
        ExtraRows = [.. state.ExtraRows.Select(extra => extra with { Text = "" })],
        Previous = [],
        Submission = state.Submission?.Emptied(),
    };

    private static Decision Submit(SubmitReport c, Report state, Moment moment)
    {
        var on = c.On ?? moment.Today;
        var refusal = NotToSubmit(state) ?? (c, on) switch
        {
            ({ ByLead: false }, _) => SubcontractorRefusals.LeadOnly,
            ({ Via: SubmissionWay.SYSTEM, SectionIsHere: false }, _) => SubmissionRefusals.SectionNotHere,
            ({ Via: SubmissionWay.SYSTEM }, _) when on != moment.Today => FinalisedReportRefusals.OnNotToday,
            _ when on > moment.Today => FinalisedReportRefusals.DateInFuture,
            _ when on < c.FinalisedOn => FinalisedReportRefusals.BeforeFinalisation,
            _ => null,
        };
        return refusal is null
            ? Decision.Accept(new ReportSubmitted(c.Via, on, c.Files, Replacing.Carried(state, c.Replaced)))
            : Decision.Refuse(refusal);
    }

    private static Decision Receive(RecordReceipt c, Report state, Moment moment)
    {
        var refusal = NotToReceive(state, c.RecordedBy)
            ?? state.Submission?.NotOn(c.On, moment)
            ?? Texts.OptionalLine(c.Number, MostOfNumber, "/number");
        return refusal is null ? Decision.Accept(new ReportReceived(c.On, c.Number, c.File, c.RecordedBy)) : Decision.Refuse(refusal);
    }

    private static Decision Confirm(bool samePerson, Refusal? nothing, IReportEvent confirmed) =>
        nothing is not null ? Decision.Refuse(nothing)
        : samePerson ? Decision.Refuse(FinalisedReportRefusals.SamePerson)
        : Decision.Accept(confirmed);

    private static Decision Answer(AnswerQuery c, Report state)
    {
        var refusal = state.State == ReportState.REPLACED ? FinalisedReportRefusals.Replaced
            : NotUnderReview(state) ?? (state.Row(c.Number) is null ? ReportRefusals.RowUnknown
            : state.ReviewOf(c.Number) is not { Verdict: RowVerdict.QUERIED } ? FinalisedReportRefusals.RowNotQueried
            : Texts.Paragraphs(c.Text, "/text"));
        return refusal is not null ? Decision.Refuse(refusal) : Decision.Accept(new ReportQueryAnswered(c.Number));
    }

    private static Decision Dispose(DisposeReport c, Report state, Moment moment)
    {
        var refusal = NotToDispose(state, c.On, c.RetentionYears)
            ?? (c.On > moment.Today ? FinalisedReportRefusals.DateInFuture : null)
            ?? Texts.Line(c.Number, MostOfNumber, "/number");
        return refusal is null ? Decision.Accept(new ReportDisposed(c.Kind, c.On, c.Number)) : Decision.Refuse(refusal);
    }
}
