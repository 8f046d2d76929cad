using SecurityTracker.Domain.Files;

namespace SecurityTracker.Domain.Reports.Review;

/// <summary>受領.</summary>
/// <param name="Number">受付番号, or null.</param>
/// <param name="File">受付印 or mail, or null.</param>
/// <param name="Confirmed">An officer noted it, or confirmed what the contractor had noted.</param>
public sealed record Receipt(DateOnly On, string? Number, FileRef? File, Side RecordedBy, bool Confirmed);

/// <summary>提出, and what came of it: there is nothing of this while a report is not handed in, nor where that was taken back.</summary>
/// <param name="On">The day in Tokyo.</param>
/// <param name="Files">What proves it: the mail that was sent, a stamped copy.</param>
public sealed record Submission(SubmissionWay Via, DateOnly On, IReadOnlyList<FileRef> Files)
{
    /// <summary>受領, or null.</summary>
    public Receipt? Receipt { get; init; }

    /// <summary>What was said of the rows and sent.</summary>
    public IReadOnlyList<RowReview> Reviews { get; init; } = [];

    /// <summary>省内確認中.</summary>
    public bool UnderInternalCheck { get; init; }

    /// <summary>The side that is to be told of the last 訂正, or null.</summary>
    public Side? CorrectedFor { get; init; }

    /// <summary>The submission after an event.</summary>
    public static Submission Evolve(Submission state, ISubmissionEvent e) => e switch
    {
        ReportSubmissionWayCorrected corrected => state with { Via = corrected.Via, CorrectedFor = Side.OFFICER },
        ReportReceived received => state with
        {
            Receipt = new Receipt(received.On, received.Number, received.File, received.RecordedBy, received.RecordedBy == Side.OFFICER),
        },
        ReportReceiptConfirmed => state with { Receipt = (state.Receipt ?? throw History.OutOfOrder(e)) with { Confirmed = true } },
        ReportRowsReviewed reviewed => state.With(reviewed.Rows, Side.OFFICER),
        ReportReviewedOutside outside => state.With(outside.Rows, Side.CONTRACTOR),
        ReportOutsideReviewConfirmed => state.Each(review => review with { Confirmed = true }),
        ReportQueryAnswered answered => state.Each(review => review.Number == answered.Number ? review with { Answered = true, AnswerSent = null } : review),
        ReportAnswersSent sent => state.WithAnswer(sent.Rows, new AnswerSent(sent.Via, sent.On)),
        ReportAnswersNotSent not => state.WithAnswer(not.Rows, sent: null),
        ReportRowFoundInsufficient found => state.With(new RowReview(found.Number, RowVerdict.INSUFFICIENT, Comment: null, Consultation: found.Consultation)),
        ReportInternalCheckChanged changed => state with { UnderInternalCheck = changed.UnderWay },
        ReportDateCorrected { Date: ReportDate.SUBMITTED_ON } corrected => state with { On = corrected.On, CorrectedFor = Told(corrected) },
        // What an officer confirmed was the date before: one that the contractor mends waits for confirmation again.
        ReportDateCorrected corrected => state with
        {
            Receipt = (state.Receipt ?? throw History.OutOfOrder(e)) with { On = corrected.On, Confirmed = corrected.By == Side.OFFICER }, CorrectedFor = Told(corrected),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(e), e, "unknown event"),
    };

    /// <summary>Why something of it cannot have been on a day, or null: it is neither before the submission nor still to come.</summary>
    internal Refusal? NotOn(DateOnly day, Moment moment) =>
        day > moment.Today ? FinalisedReportRefusals.DateInFuture : day < On ? FinalisedReportRefusals.BeforeSubmission : null;

    /// <summary>What was said is in no state that is read once the report is gone; that it was said is.</summary>
    internal Submission Emptied() => Each(review => review with { Comment = null, Consultation = null });

    private static Side Told(ReportDateCorrected corrected) => corrected.By == Side.OFFICER ? Side.CONTRACTOR : Side.OFFICER;

    private Submission With(IReadOnlyList<VerdictGiven> rows, Side side) => rows.Aggregate(this, (submission, row) =>
        submission.With(new RowReview(row.Number, row.Verdict, row.Comment, RecordedBy: side, Confirmed: side == Side.OFFICER)));

    private Submission With(RowReview review) => this with
    {
        Reviews = [.. Reviews.Where(other => other.Number != review.Number).Append(review).OrderBy(other => other.Number)],
    };

    private Submission WithAnswer(IReadOnlyList<int> rows, AnswerSent? sent) =>
        Each(review => rows.Contains(review.Number) ? review with { AnswerSent = sent } : review);

    private Submission Each(Func<RowReview, RowReview> change) => this with { Reviews = [.. Reviews.Select(change)] };
}
