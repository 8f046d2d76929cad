using SecurityTracker.Domain.Files;

namespace SecurityTracker.Domain.Reports.Review;

/// <summary>What happens to a report that was handed in.</summary>
public interface ISubmissionEvent : IReportEvent;

/// <summary>提出.</summary>
/// <param name="Carried">What was said of the rows of the report that this one replaces and that were not reopened.</param>
public sealed record ReportSubmitted(SubmissionWay Via, DateOnly On, IReadOnlyList<FileRef> Files, IReadOnlyList<RowReview> Carried) : IReportEvent;

/// <summary>訂正 of the way in which it was handed in; the old one and the reason stay visible to both.</summary>
public sealed record ReportSubmissionWayCorrected(SubmissionWay Before, SubmissionWay Via, string Reason) : ISubmissionEvent;

/// <summary>It was not handed in after all: what was written down is taken back.</summary>
public sealed record ReportSubmissionWithdrawn(SubmissionWay Via, DateOnly On, string Reason) : IReportEvent;

/// <summary>受領 was noted, by either side.</summary>
public sealed record ReportReceived(DateOnly On, string? Number, FileRef? File, Side RecordedBy) : ISubmissionEvent;

/// <summary>An officer confirmed the 受領 that the contractor had noted.</summary>
public sealed record ReportReceiptConfirmed : ISubmissionEvent;

/// <summary>The review was sent: what was said became visible at once.</summary>
public sealed record ReportRowsReviewed(IReadOnlyList<VerdictGiven> Rows) : ISubmissionEvent;

/// <summary>The contractor wrote down what an officer without an account had said.</summary>
/// <param name="On">When the officer said it.</param>
/// <param name="OfficerName">The id of the officer's name among the personal values.</param>
public sealed record ReportReviewedOutside(
    DateOnly On, OutsideChannel Channel, [property: Personal] PersonalRef OfficerName, IReadOnlyList<FileRef> Files, IReadOnlyList<VerdictGiven> Rows) : ISubmissionEvent;

/// <summary>An officer confirmed what the contractor had written down.</summary>
public sealed record ReportOutsideReviewConfirmed : ISubmissionEvent;

/// <summary>The contractor answered a query; the text stands in the row's thread.</summary>
public sealed record ReportQueryAnswered(int Number) : ISubmissionEvent;

/// <summary>A person sent the answers to the queries on these rows, outside of the program.</summary>
public sealed record ReportAnswersSent(SubmissionWay Via, DateOnly On, IReadOnlyList<int> Rows) : ISubmissionEvent;

/// <summary>They were not sent after all, or otherwise than was written down.</summary>
public sealed record ReportAnswersNotSent(IReadOnlyList<int> Rows) : ISubmissionEvent;

/// <summary>In a 協議 both sides found a row insufficient and agreed on a measure.</summary>
public sealed record ReportRowFoundInsufficient(int Number, ReviewConsultation Consultation) : ISubmissionEvent;

/// <summary>省内確認中, or no longer; the number and date of the 決裁 stay with the ministry.</summary>
public sealed record ReportInternalCheckChanged(bool UnderWay) : ISubmissionEvent;

/// <summary>A replacement of a report that was not handed in was drafted.</summary>
public sealed record ReportReplacementStarted(Guid ReplacementId) : IReportEvent;

/// <summary>The draft of the replacement was put away.</summary>
public sealed record ReportReplacementDiscarded(Guid ReplacementId) : IReportEvent;

/// <summary>Further rows of a draft replacement were reopened by a query on the report it is to replace.</summary>
public sealed record ReportRowsReopened(IReadOnlyList<int> Rows) : IReportEvent;

/// <summary>Another report stands in the place of this one, whose bytes stay.</summary>
public sealed record ReportReplaced(Guid ReplacementId) : IReportEvent;

/// <summary>訂正 of a date; the old one and the reason stay visible to both.</summary>
/// <param name="By">The side that had written it down.</param>
public sealed record ReportDateCorrected(ReportDate Date, DateOnly Before, DateOnly On, string Reason, Side By) : ISubmissionEvent;

/// <summary>廃棄 or 移管 after the 保存期間: the bytes are gone, the hashes stay.</summary>
public sealed record ReportDisposed(DisposalKind Kind, DateOnly On, string Number) : IReportEvent;
