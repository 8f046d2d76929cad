using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>Why a row deserves an officer's look before the others.</summary>
internal enum RowAttention
{
    /// <summary>It is not what the last report said.</summary>
    CHANGED,

    /// <summary>The contractor answered a query on it.</summary>
    ANSWERED,

    /// <summary>It contradicts what else is known of the contract.</summary>
    CONTRADICTION,

    /// <summary>記録なし: nothing is recorded of a word of the officer that it would want.</summary>
    NOT_RECORDED,
    NOT_IMPLEMENTED,
    NOT_APPLICABLE,

    /// <summary>15)⑩ has no text of its own.</summary>
    EXPLANATION_MISSING,
}

/// <summary>What the last report said of the row.</summary>
internal sealed record LastAnswer(ImplementationStatus? Status, string? Reason, string? Explanation);

/// <summary>What an officer noted on a row and did not send.</summary>
internal sealed record DraftDetails(RowVerdict Verdict, string? Comment, ActedBy? By);

/// <summary>A row as an officer reviews it.</summary>
/// <param name="ChangedSinceLast">What the last report said, where that was something else.</param>
/// <param name="Unchanged">It says word for word what the last report said.</param>
/// <param name="Attention">Empty for a row that may stay folded.</param>
/// <param name="Review">What was said and sent.</param>
/// <param name="ThreadEntries">How much was said of the row, across reports.</param>
internal sealed record ReviewRowDetails(
    int Number,
    string Label,
    string Text,
    ImplementationStatus? Status,
    string? Reason,
    string? Explanation,
    ImplementationStatus? ExplanationStatus,
    LastAnswer? ChangedSinceLast,
    bool Unchanged,
    IReadOnlyList<RowAttention> Attention,
    IReadOnlyList<ReportCheck> Checks,
    RowReview? Review,
    DraftDetails? Draft,
    int ThreadEntries);

/// <summary>How many rows stand where.</summary>
internal sealed record ReviewCounts(int Rows, int Confirmed, int Unchanged, int Queried, int Answered, int Insufficient, int Undecided, int Drafted);

/// <summary>What can be done with the review now.</summary>
internal sealed record ReviewCan(
    Can DraftVerdict, Can SendReview, Can DraftRemainingRows, Can FindRowInsufficient, Can NoteInternalApproval, Can DisposeReport, Can MarkDisclosure);

/// <summary>A report as an officer reviews it: first what deserves a look, then the rest.</summary>
/// <param name="Version">Of the review; 0 before anything was noted.</param>
/// <param name="ReportVersion">Of the report.</param>
/// <param name="RemainingRows">The rows that may be confirmed in one stroke; none that contradicts what else is known.</param>
/// <param name="SecondPersonRequired">The section wants another officer than the one who drafted to send.</param>
/// <param name="Corrections">訂正 of dates, the first one first.</param>
internal sealed record ReviewDetails(
    long Version,
    long ReportVersion,
    Guid ReportId,
    Guid ContractId,
    string ContractName,
    string ContractorName,
    DateOnly From,
    DateOnly To,
    ReportStage Stage,
    Guid? PreviousId,
    Replacement? Replaces,
    SubmissionDetails? Submission,
    ReceiptDetails? Receipt,
    bool UnderInternalCheck,
    bool Settled,
    ReviewCounts Counts,
    IReadOnlyList<ReviewRowDetails> Rows,
    IReadOnlyList<int> RemainingRows,
    ReportHeaderDetails Header,
    IReadOnlyList<ReportCheck> HeaderChecks,
    InternalApproval? InternalApproval,
    bool SecondPersonRequired,
    ReviewCan Can,
    IReadOnlyList<DateCorrectionDetails> Corrections);
