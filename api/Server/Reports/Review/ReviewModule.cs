using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Inbox;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>提出, 受領, 確認 and 照会, 差替え, 廃棄・移管 and 開示 of reports.</summary>
internal sealed class ReviewModule : IModule
{
    public void AddServices(IServiceCollection services) => services
        .AddSingleton<IInboxReckoner, ReviewReckoner>()
        .AddSingleton(ReviewInbox.ToConfirm)
        .AddSingleton(ReviewInbox.Queried)
        .AddSingleton(ReviewInbox.MeasureToTake)
        .AddSingleton(ReviewInbox.MeasureToConfirm)
        .AddSingleton(ReviewInbox.CorrectedFor(Side.OFFICER))
        .AddSingleton(ReviewInbox.CorrectedFor(Side.CONTRACTOR))
        .AddScoped<Reviewing>();

    public void Register(Nouns store)
    {
        store
            .MapEvent<ReportSubmitted>("report_submitted")
            .MapEvent<ReportReceived>("report_received")
            .MapEvent<ReportReceiptConfirmed>("report_receipt_confirmed")
            .MapEvent<ReportRowsReviewed>("report_rows_reviewed")
            .MapEvent<ReportReviewedOutside>("report_reviewed_outside")
            .MapEvent<ReportOutsideReviewConfirmed>("report_outside_review_confirmed")
            .MapEvent<ReportQueryAnswered>("report_query_answered")
            .MapEvent<ReportAnswersSent>("report_answers_sent")
            .MapEvent<ReportAnswersNotSent>("report_answers_not_sent")
            .MapEvent<ReportRowFoundInsufficient>("report_row_found_insufficient")
            .MapEvent<ReportInternalCheckChanged>("report_internal_check_changed")
            .MapEvent<ReportReplacementStarted>("report_replacement_started")
            .MapEvent<ReportReplacementDiscarded>("report_replacement_discarded")
            .MapEvent<ReportRowsReopened>("report_rows_reopened")
            .MapEvent<ReportReplaced>("report_replaced")
            .MapEvent<ReportDateCorrected>("report_date_corrected")
            .MapEvent<ReportSubmissionWayCorrected>("report_submission_way_corrected")
            .MapEvent<ReportSubmissionWithdrawn>("report_submission_withdrawn")
            .MapEvent<ReportDisposed>("report_disposed")
            .MapEvent<RowVerdictDrafted>("row_verdict_drafted")
            .MapEvent<UnchangedRowsDrafted>("unchanged_rows_drafted")
            .MapEvent<RowVerdictTakenBack>("row_verdict_taken_back")
            .MapEvent<ReviewSent>("review_sent")
            .MapEvent<InternalApprovalNoted>("internal_approval_noted")
            .MapEvent<DisclosureMarked>("disclosure_marked")
            .MapEvent<RowThreadEntryAdded>("row_thread_entry_added");
        store.Fold<ReportReview, IReportReviewEvent>("report_review", ReportReview.Initial, ReportReviewDecider.Evolve);
        store.Fold<RowThread, IRowThreadEvent>("row_thread", RowThread.Initial, RowThread.Evolve);
    }
}
