namespace SecurityTracker.Domain.Reports.Review;

/// <summary>What happens on the ministry's own side of a review. No contractor reads any of it.</summary>
public interface IReportReviewEvent : IEvent;

/// <summary>An officer noted what to say of a row.</summary>
public sealed record RowVerdictDrafted(Guid ReportId, VerdictGiven Given) : IReportReviewEvent;

/// <summary>An officer noted that these rows are as in the last report, without looking at each: 前回から変更なし（個別には未閲覧）.</summary>
public sealed record UnchangedRowsDrafted(Guid ReportId, IReadOnlyList<int> Rows) : IReportReviewEvent;

/// <summary>A note on a row was taken back.</summary>
public sealed record RowVerdictTakenBack(int Number) : IReportReviewEvent;

/// <summary>The notes on these rows were sent, in one transaction with the report.</summary>
public sealed record ReviewSent(IReadOnlyList<int> Rows) : IReportReviewEvent;

/// <summary>省内決裁: its number and date, which the ministry's own system keeps.</summary>
public sealed record InternalApprovalNoted(Guid ReportId, InternalApprovalState State, string? Number, DateOnly? On) : IReportReviewEvent;

/// <summary>A copy for 開示請求 was marked.</summary>
/// <param name="Sha256">Of the PDF that was made, lower-case hexadecimal.</param>
public sealed record DisclosureMarked(Guid ReportId, IReadOnlyList<WithheldPart> Withheld, string Sha256) : IReportReviewEvent;
