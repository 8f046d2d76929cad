using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Reports.Review;

namespace SecurityTracker.Server.Reports;

/// <summary>The header with 代表者氏名 in it.</summary>
internal sealed record ReportHeaderDetails(
    DateOnly? ReportedOn,
    string? DocumentNumber,
    string Addressee,
    string ContractorAddress,
    string ContractorName,
    string? RepresentativeTitle,
    string RepresentativeName,
    DateOnly? ContractSignedOn,
    string ContractName);

/// <summary>What a row said in the report before, where that was something else.</summary>
internal sealed record ChangedSinceLast(ImplementationStatus? Status, string? Reason);

/// <summary>What is recorded now, where that is something else than the row says.</summary>
/// <param name="Version">The record's version.</param>
internal sealed record RecordDifference(ImplementationStatus? Status, string? Reason, string? Explanation, long Version);

/// <summary>One row of the report.</summary>
/// <param name="Explanation">The text on 15)⑩.</param>
/// <param name="ExplanationStatus">The status of 15)⑩ where it is not the row's.</param>
/// <param name="ObligationVersion">The record's version that the row was copied from; 0 for none.</param>
/// <param name="Open">It may be changed: in a draft, of a replacement only what was queried.</param>
/// <param name="Review">What the officer said of it and sent, or null.</param>
internal sealed record ReportRowDetails(
    int Number,
    string Label,
    string Text,
    ImplementationStatus? Status,
    string? Reason,
    string? Explanation,
    ImplementationStatus? ExplanationStatus,
    bool ExplanationRequired,
    RowOrigin Origin,
    long ObligationVersion,
    ChangedSinceLast? ChangedSinceLast,
    RecordDifference? DiffersFromRecord,
    bool Open,
    RowReview? Review);

/// <summary>When and by whom it was finalised, and the kept files.</summary>
internal sealed record FinalisedDetails(DateTimeOffset At, ActedBy By, IReadOnlyList<ReportFile> Files);

/// <summary>What can be done with the report now.</summary>
internal sealed record ReportCan(
    Can FinaliseReport,
    Can ChangeReportRow,
    Can SubmitReport,
    Can RecordReceipt,
    Can ConfirmReceipt,
    Can AnswerReportQuery,
    Can StartReplacement,
    Can RecordOutsideReview,
    Can ConfirmOutsideReview,
    Can DraftVerdict,
    Can DisposeReport,
    Can MarkDisclosure,
    Can CorrectReportDate,
    Can CorrectSubmissionWay,
    Can WithdrawSubmission);

/// <summary>A report as it is shown.</summary>
/// <param name="PreviousId">The report or 導入前の記録 that changes are marked against.</param>
/// <param name="Stage">Where it is between the two sides.</param>
/// <param name="Replaces">The report that this one is to stand in for, with the rows that were reopened.</param>
/// <param name="ReplacementId">A replacement of this one that is under way, or null.</param>
/// <param name="ReplacedBy">The report that stands in the place of this one, or null.</param>
/// <param name="UnderInternalCheck">省内確認中.</param>
/// <param name="UnconfirmedRecord">The contractor wrote something down for an officer, which no officer has confirmed.</param>
/// <param name="Disposal">廃棄 or 移管: then the rows are left out, and the hashes of the files remain.</param>
/// <param name="Corrections">訂正 of dates, the first one first.</param>
/// <param name="WayCorrections">訂正 and 取消し of how it was handed in, the first one first.</param>
/// <param name="CorrectableDates">The dates that the actor's side wrote down, so that it can put them right.</param>
/// <param name="SectionIsHere">Somebody of the 担当課室 is here, so that 「このシステムで」 reaches them.</param>
/// <param name="ConfirmationDocumentVersion">The version of the 確認書類 whose methods the rows answer for; null where none is or was in force.</param>
internal sealed record ReportDetails(
    Guid Id,
    long Version,
    Guid ContractId,
    string ContractName,
    ReportState State,
    DateOnly From,
    DateOnly To,
    EditionRef Edition,
    Guid? PreviousId,
    ReportHeaderDetails Header,
    IReadOnlyList<ReportRowDetails> Rows,
    IReadOnlyList<ReportRowDetails> ExtraRows,
    IReadOnlyList<ReportCheck> Checks,
    FinalisedDetails? Finalised,
    ReportCan Can,
    ReportStage Stage,
    SubmissionDetails? Submission,
    ReceiptDetails? Receipt,
    Replacement? Replaces,
    Guid? ReplacementId,
    Guid? ReplacedBy,
    bool UnderInternalCheck,
    bool Settled,
    bool UnconfirmedRecord,
    RetentionDetails? Retention,
    Disposal? Disposal,
    IReadOnlyList<DateCorrectionDetails> Corrections,
    IReadOnlyList<WayCorrectionDetails> WayCorrections,
    IReadOnlyList<ReportDate> CorrectableDates,
    bool SectionIsHere,
    int? ConfirmationDocumentVersion = null)
{
    /// <summary>The report, with its checks as they come out now.</summary>
    internal static ReportDetails Of(ReportAtHand at, IReadOnlyList<ReportCheck> checks, CourseDetails course, Actor actor, DateOnly today, int? retentionYears, bool sectionIsHere)
    {
        var report = at.Report;
        var rows = report.Disposal is null ? RowsOf(at).ToList() : [];
        return new ReportDetails(
            at.Id, at.Version, report.ContractId, at.On.Contract.Name, report.State!.Value, report.Period.From, report.Period.To, report.Edition,
            report.PreviousId,
            HeaderOf(at),
            [.. rows.Where(row => row.Number < ExtraItem.FirstNumber)],
            [.. rows.Where(row => row.Number >= ExtraItem.FirstNumber)],
            checks,
            course.Finalised,
            CanDo(at, checks, actor, today, retentionYears, sectionIsHere),
            report.Stage, course.Submission, course.Receipt, report.Replaces,
            report.State == ReportState.FINALISED ? report.ReplacementId : null,
            report.State == ReportState.REPLACED ? report.ReplacementId : null,
            report.Submission is { UnderInternalCheck: true }, report.Settled, report.HasUnconfirmedRecord, RetentionDetails.Of(report, retentionYears), report.Disposal,
            course.Corrections, course.WayCorrections, CorrectableDatesOf(report, actor.Side), sectionIsHere);
    }

    /// <summary>The header, or 「廃棄済み」 in its fields.</summary>
    internal static ReportHeaderDetails HeaderOf(ReportAtHand at) => at.Report.Disposal is null
        ? new ReportHeaderDetails(
            at.Header.ReportedOn, at.Header.DocumentNumber, at.Header.Addressee, at.Header.ContractorAddress, at.Header.ContractorName,
            at.Header.RepresentativeTitle, at.RepresentativeName, at.Header.ContractSignedOn, at.Header.ContractName)
        : new ReportHeaderDetails(
            at.Header.ReportedOn, DocumentNumber: null, Gone, Gone, Gone, RepresentativeTitle: null, Gone, at.Header.ContractSignedOn, at.Header.ContractName);

    /// <summary>All rows in the order of print.</summary>
    internal static IEnumerable<ReportRowDetails> RowsOf(ReportAtHand at) => at.Form.Rows.Zip(at.Report.Rows, (printed, row) => Row(at, printed, row));

    private const string Gone = "廃棄済み";

    private static ReportRowDetails Row(ReportAtHand at, FilledRow printed, ReportRow row)
    {
        var (answer, before) = (row.Answer, at.Report.PreviousAnswerOn(row.Number));
        var recorded = ReportChecks.DiffersFromRecord(row, at.On.Records);
        return new ReportRowDetails(
            row.Number, printed.Label, printed.Text, answer.Status, answer.Reason, answer.Explanation, answer.ExplanationStatus,
            ReportRows.WantsExplanation(at.On.Edition, row.Number), row.Origin, row.ObligationVersion,
            before is not null && (before.Status, before.Reason) != (answer.Status, answer.Reason) ? new ChangedSinceLast(before.Status, before.Reason) : null,
            recorded is null ? null : new RecordDifference(recorded.Answer.Status, recorded.Answer.Reason, recorded.Answer.Explanation, recorded.Version),
            at.Report.IsOpen(row.Number), at.Report.ReviewOf(row.Number));
    }

    private static IReadOnlyList<ReportDate> CorrectableDatesOf(Report report, Side side) =>
        [.. Enum.GetValues<ReportDate>().Where(date => FinalisedReportDecider.NotToCorrect(report, date, side) is null)];

    private static ReportCan CanDo(ReportAtHand at, IReadOnlyList<ReportCheck> checks, Actor actor, DateOnly today, int? retentionYears, bool sectionIsHere)
    {
        var report = at.Report;
        var side = actor.Side;
        var notLead = Sides.NotLead(at.On.Contract, actor, side);
        var closed = ReportDecider.NotToChange(report);
        var incomplete = checks.FirstOrDefault(check => check.Severity == CheckSeverity.BLOCKING) is { } first
            ? ReportRefusals.Incomplete with { Message = first.Messages }
            : null;
        return new ReportCan(
            Http.Can.If(Permission.FinaliseReport, actor, closed ?? notLead ?? incomplete),
            Http.Can.If(Permission.DraftReport, actor, closed),
            Http.Can.If(Permission.SubmitReport, actor, FinalisedReportDecider.NotToSubmit(report) ?? notLead),
            Http.Can.If(Permission.RecordReceipt, actor, FinalisedReportDecider.NotToReceive(report, side) ?? notLead),
            Http.Can.If(Permission.ReviewReport, actor, FinalisedReportDecider.NotToConfirmReceipt(report)),
            Http.Can.If(Permission.AnswerReportQuery, actor, FinalisedReportDecider.NotUnderReview(report) ?? (Replacing.Queried(report).Any() ? notLead : FinalisedReportRefusals.RowNotQueried)),
            Http.Can.If(Permission.ReplaceReport, actor, Replacing.NotToReplace(report)),
            Http.Can.If(Permission.RecordOutsideReview, actor, FinalisedReportDecider.NotUnderReview(report) ?? notLead),
            Http.Can.If(Permission.ReviewReport, actor, FinalisedReportDecider.NotToConfirmReview(report)),
            Http.Can.If(Permission.ReviewReport, actor, FinalisedReportDecider.NotUnderReview(report)),
            Http.Can.If(Permission.DisposeReport, actor, FinalisedReportDecider.NotToDispose(report, today, retentionYears)),
            Http.Can.If(Permission.DiscloseReport, actor, Withholding.NotToDisclose(report)),
            Http.Can.If(
                Permission.CorrectReport, actor,
                CorrectableDatesOf(report, side).Count == 0 ? FinalisedReportDecider.NotToCorrect(report, ReportDate.SUBMITTED_ON, side) : notLead),
            Http.Can.If(Permission.SubmitReport, actor, SubmissionWays.NotToCorrect(report, side, sectionIsHere) ?? notLead),
            Http.Can.If(Permission.SubmitReport, actor, SubmissionWays.NotToWithdraw(report, side, sectionIsHere) ?? notLead));
    }
}
