using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Domain.Reports.Review;

namespace SecurityTracker.Domain.Reports;

/// <summary>What happens to a report.</summary>
public interface IReportEvent : IEvent;

/// <summary>A report was drafted on one period, with rows copied from the records and from the report before.</summary>
/// <param name="Previous">The answers of the report before, kept so that what has changed can be marked for ever.</param>
/// <param name="Replaces">The report that this one is to stand in for, whose rows it begins with.</param>
public sealed record ReportDrafted(
    Guid ContractId,
    DateSpan Period,
    EditionRef Edition,
    ReportHeader Header,
    IReadOnlyList<ReportRow> Rows,
    IReadOnlyList<ExtraRow> ExtraRows,
    Guid? PreviousId,
    IReadOnlyList<PreviousAnswer> Previous,
    Replacement? Replaces = null) : IReportEvent;

/// <summary>What stands above the table was changed.</summary>
public sealed record ReportHeaderChanged(ReportHeader Header) : IReportEvent;

/// <summary>A row was answered in the report itself; the record of the requirement is as it was.</summary>
public sealed record ReportRowChanged(int Number, RowAnswer Answer) : IReportEvent;

/// <summary>A row was replaced by what is recorded now.</summary>
/// <param name="ObligationVersion">The version of the record that was taken.</param>
public sealed record ReportRowTakenOver(int Number, RowAnswer Answer, long ObligationVersion) : IReportEvent;

/// <summary>The report is frozen for ever, as the files with these hashes.</summary>
/// <param name="Header">The header as printed.</param>
/// <param name="ConfirmationDocumentVersion">The version of the 確認書類 whose methods the rows answer for: the one in force on the day of the report; null where none was.</param>
public sealed record ReportFinalised(IReadOnlyList<ReportFile> Files, ReportHeader Header, int? ConfirmationDocumentVersion = null) : IReportEvent;

/// <summary>The draft was put away; its period is free again.</summary>
public sealed record ReportDiscarded : IReportEvent;
