using SecurityTracker.Domain;
using SecurityTracker.Domain.Files;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>提出.</summary>
/// <param name="On">The day on which it was handed in.</param>
/// <param name="At">When that was recorded.</param>
internal sealed record SubmissionDetails(SubmissionWay Via, DateOnly On, IReadOnlyList<FileRef> Files, ActedBy By, DateTimeOffset At);

/// <summary>受領.</summary>
/// <param name="Confirmed">False while it is 受注者が記録 and no officer has confirmed it.</param>
/// <param name="At">When it was recorded.</param>
internal sealed record ReceiptDetails(DateOnly On, string? Number, FileRef? File, Side RecordedBy, bool Confirmed, ActedBy By, DateTimeOffset At);

/// <summary>保存期間.</summary>
/// <param name="Until">Its last day.</param>
/// <param name="IsDefault">The number of years is our 既定値, not the 課室's own.</param>
internal sealed record RetentionDetails(DateOnly Until, bool IsDefault, int YearsAfterFiscalYear)
{
    /// <summary>Of a report that was handed in; null before.</summary>
    internal static RetentionDetails? Of(Report report, int? years) => report.Submission is { On: var on }
        ? new RetentionDetails(Retention.Until(on, years), IsDefault: years is null, years ?? Retention.DefaultYears)
        : null;
}

/// <summary>訂正 of a date.</summary>
internal sealed record DateCorrectionDetails(ReportDate Date, DateOnly Before, DateOnly On, string Reason, ActedBy By, DateTimeOffset At);

/// <summary>訂正 or 取消し of how the report was handed in.</summary>
/// <param name="Via">The way as it was mended; null where the submission was taken back.</param>
internal sealed record WayCorrectionDetails(SubmissionWay Before, SubmissionWay? Via, string Reason, ActedBy By, DateTimeOffset At);

/// <summary>Who did what to a frozen report, and when.</summary>
internal sealed record CourseDetails(
    FinalisedDetails? Finalised, SubmissionDetails? Submission, ReceiptDetails? Receipt, IReadOnlyList<DateCorrectionDetails> Corrections,
    IReadOnlyList<WayCorrectionDetails> WayCorrections)
{
    /// <summary>A draft has no course.</summary>
    public static CourseDetails None { get; } = new(Finalised: null, Submission: null, Receipt: null, [], []);

    /// <summary>Out of all that happened to it.</summary>
    public static CourseDetails Of(Report report, IReadOnlyList<RecordedEvent> history, Signatories signatories)
    {
        var finalised = history.Last(e => e.Data is ReportFinalised);
        var submitted = history.LastOrDefault(e => e.Data is ReportSubmitted);
        var received = history.LastOrDefault(e => e.Data is ReportReceived);
        return new CourseDetails(
            new FinalisedDetails(finalised.RecordedAt.ToUniversalTime(), signatories.Of(finalised.Headers), report.Files),
            submitted is null || report.Submission is not { } submission
                ? null
                : new(submission.Via, submission.On, submission.Files, signatories.Of(submitted.Headers), submitted.RecordedAt.ToUniversalTime()),
            received is null || report.Submission?.Receipt is not { } receipt
                ? null
                : new(
                    receipt.On, receipt.Number, receipt.File, receipt.RecordedBy, receipt.Confirmed,
                    signatories.Of(received.Headers), received.RecordedAt.ToUniversalTime()),
            [.. from recorded in history
                let corrected = recorded.Data as ReportDateCorrected
                where corrected is not null
                select new DateCorrectionDetails(
                    corrected.Date, corrected.Before, corrected.On, corrected.Reason, signatories.Of(recorded.Headers), recorded.RecordedAt.ToUniversalTime())],
            [.. from recorded in history
                let mended = recorded.Data switch
                {
                    ReportSubmissionWayCorrected c => (c.Before, Via: (SubmissionWay?)c.Via, c.Reason),
                    ReportSubmissionWithdrawn w => (Before: w.Via, null, w.Reason),
                    _ => default((SubmissionWay Before, SubmissionWay? Via, string Reason)?),
                }
                where mended is not null
                select new WayCorrectionDetails(
                    mended.Value.Before, mended.Value.Via, mended.Value.Reason, signatories.Of(recorded.Headers), recorded.RecordedAt.ToUniversalTime())]);
    }

    /// <summary>The day in Tokyo on which a report was frozen; the first day of all for one that was not.</summary>
    public static DateOnly FinalisedOn(IReadOnlyList<RecordedEvent> history) =>
        history.LastOrDefault(e => e.Data is ReportFinalised) is { } finalised ? Moment.DayOf(finalised.RecordedAt) : DateOnly.MinValue;
}
