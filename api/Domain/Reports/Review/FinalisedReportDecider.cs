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
        ConfirmReceipt confirm => Confirm(confirm.SamePerson, state, state.Receipt is { Confirmed: false }, new ReportReceiptConfirmed()),
        StartReplacement start => Replacing.Start(start, state),
        AbandonReplacement => state is { State: ReportState.FINALISED, ReplacementId: { } id } ? Decision.Accept(new ReportReplacementDiscarded(id)) : Decision.Nothing,
        MarkReplaced mark => Decision.Accept(new ReportReplaced(mark.ReplacementId)),
        ReopenRows reopen => Replacing.Reopen(reopen, state),
        AnswerQuery answer => Answer(answer, state),
        RecordAnswersSent sent => AnswersSent.Record(sent, state, moment),
        TakeAnswersSentBack => AnswersSent.TakeBack(state),
        ShowInternalCheck show => NotUnderReview(state) is { } refusal ? Decision.Refuse(refusal)
            : show.UnderWay == state.UnderInternalCheck ? Decision.Nothing
            : Decision.Accept(new ReportInternalCheckChanged(show.UnderWay)),
        DisposeReport dispose => Dispose(dispose, state, moment),
        CorrectReportDate correct => Correct(correct, state, moment),
        CorrectSubmissionWay correct => SubmissionWays.Correct(correct, state),
        WithdrawSubmission withdraw => SubmissionWays.Withdraw(withdraw, state),
        SendReview send => RowVerdicts.Send(send, state),
        RecordOutsideReview record => RowVerdicts.RecordOutside(record, state, moment),
        ConfirmOutsideReview confirm => Confirm(
            confirm.SamePerson, state, state.Reviews.Any(review => !review.Confirmed), new ReportOutsideReviewConfirmed()),
        FindRowInsufficient find => RowVerdicts.FindInsufficient(find, state, moment),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "A command without a rule"),
    };

    /// <summary>The report after an event of its course.</summary>
    public static Report Evolve(Report state, IReportEvent e) => e switch
    {
        ReportSubmitted submitted => state with
        {
            Submission = new Submission(submitted.Via, submitted.On, submitted.Files),
            Reviews = submitted.Carried,
        },
        ReportSubmissionWayCorrected corrected => state with
        {
            Submission = state.Submission! with { Via = corrected.Via }, CorrectedFor = Side.OFFICER,
        },
        ReportSubmissionWithdrawn => state with { Submission = null, CorrectedFor = null },
        ReportReceived received => state with
        {
            Receipt = new Receipt(received.On, received.Number, received.File, received.RecordedBy, received.RecordedBy == Side.OFFICER),
        },
        ReportReceiptConfirmed => state with { Receipt = state.Receipt! with { Confirmed = true } },
        ReportRowsReviewed reviewed => RowVerdicts.With(state, reviewed.Rows, Side.OFFICER),
        ReportReviewedOutside outside => RowVerdicts.With(state, outside.Rows, Side.CONTRACTOR),
        ReportOutsideReviewConfirmed => state with { Reviews = [.. state.Reviews.Select(review => review with { Confirmed = true })] },
        ReportQueryAnswered answered => RowVerdicts.With(state, state.ReviewOf(answered.Number)! with { Answered = true, AnswerSent = null }),
        ReportAnswersSent sent => AnswersSent.With(state, sent.Rows, new AnswerSent(sent.Via, sent.On)),
        ReportAnswersNotSent not => AnswersSent.With(state, not.Rows, sent: null),
        ReportRowFoundInsufficient found => RowVerdicts.With(
            state, new RowReview(found.Number, RowVerdict.INSUFFICIENT, Comment: null, Consultation: found.Consultation)),
        ReportInternalCheckChanged changed => state with { UnderInternalCheck = changed.UnderWay },
        ReportReplacementStarted started => state with { ReplacementId = started.ReplacementId },
        ReportReplacementDiscarded => state with { ReplacementId = null },
        ReportRowsReopened reopened => state with
        {
            Replaces = state.Replaces! with { Rows = [.. (state.Replaces.Rows ?? []).Union(reopened.Rows).Order()] },
        },
        ReportReplaced replaced => state with { State = ReportState.REPLACED, ReplacementId = replaced.ReplacementId, UnderInternalCheck = false },
        ReportDateCorrected corrected => Corrected(state, corrected),
        ReportDisposed disposed => Emptied(state) with { Disposal = new Disposal(disposed.Kind, disposed.On, disposed.Number) },
        _ => throw new ArgumentOutOfRangeException(nameof(e), e, "unknown event"),
    };

    /// <summary>Why nothing can be said of the report's rows, or null.</summary>
    public static Refusal? NotUnderReview(Report state) =>
        state is { State: ReportState.FINALISED, Submission: not null, Disposal: null } ? null : FinalisedReportRefusals.NotUnderReview;

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
        { Receipt: { Confirmed: true } } => FinalisedReportRefusals.AlreadyReceived,
        { Receipt: not null } when side == Side.CONTRACTOR => FinalisedReportRefusals.AlreadyReceived,
        _ => null,
    };

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
        ({ Receipt: null }, ReportDate.RECEIVED_ON) => FinalisedReportRefusals.NotReceived,
        (_, ReportDate.SUBMITTED_ON) when side != Side.CONTRACTOR => FinalisedReportRefusals.CorrectionNotYours,
        ({ Submission.Via: SubmissionWay.SYSTEM }, ReportDate.SUBMITTED_ON) => FinalisedReportRefusals.DatedBySystem,
        ({ Receipt.RecordedBy: var by }, ReportDate.RECEIVED_ON) when side != by => FinalisedReportRefusals.CorrectionNotYours,
        _ => null,
    };

    private static Decision Correct(CorrectReportDate c, Report state, Moment moment)
    {
        var submitted = c.Date == ReportDate.SUBMITTED_ON;
        var refusal = NotToCorrect(state, c.Date, c.Side)
            ?? (submitted, c.On) switch
            {
                (_, var on) when on > moment.Today => FinalisedReportRefusals.DateInFuture,
                (true, var on) when on < c.FinalisedOn => FinalisedReportRefusals.BeforeFinalisation,
                (true, var on) when on > state.Receipt?.On => FinalisedReportRefusals.AfterReceipt,
                (false, var on) when on < state.Submission!.On => FinalisedReportRefusals.BeforeSubmission,
                _ => null,
            }
            ?? Texts.Paragraphs(c.Reason, "/reason");
        if (refusal is not null)
        {
            return Decision.Refuse(refusal);
        }

        var before = submitted ? state.Submission!.On : state.Receipt!.On;
        return before == c.On ? Decision.Nothing : Decision.Accept(new ReportDateCorrected(c.Date, before, c.On, c.Reason, c.Side));
    }

    // What an officer confirmed was the date before: one that the contractor mends waits for confirmation again.
    private static Report Corrected(Report state, ReportDateCorrected e)
    {
        var told = state with { CorrectedFor = e.By == Side.OFFICER ? Side.CONTRACTOR : Side.OFFICER };
        return e.Date == ReportDate.SUBMITTED_ON
            ? told with { Submission = state.Submission! with { On = e.On } }
            : told with { Receipt = state.Receipt! with { On = e.On, Confirmed = e.By == Side.OFFICER } };
    }

    // What was said is in no state that is read from now on; that it was said, and what the rows' values were, is.
    private static Report Emptied(Report state) => state with
    {
        Rows = [.. state.Rows.Select(row => row with { Answer = new RowAnswer(row.Answer.Status) })],
        ExtraRows = [.. state.ExtraRows.Select(extra => extra with { Text = "" })],
        Previous = [],
        Reviews = [.. state.Reviews.Select(review => review with { Comment = null, Consultation = null })],
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
            ?? (c.On > moment.Today ? FinalisedReportRefusals.DateInFuture : c.On < state.Submission!.On ? FinalisedReportRefusals.BeforeSubmission : null)
            ?? Texts.OptionalLine(c.Number, MostOfNumber, "/number");
        return refusal is null ? Decision.Accept(new ReportReceived(c.On, c.Number, c.File, c.RecordedBy)) : Decision.Refuse(refusal);
    }

    private static Decision Confirm(bool samePerson, Report state, bool waits, IReportEvent confirmed) =>
        !waits || state.Disposal is not null ? Decision.Refuse(FinalisedReportRefusals.NothingToConfirm)
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
