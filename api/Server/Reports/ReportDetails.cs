using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports;

/// <summary>The header with 代表者氏名 in it.</summary>
public sealed record ReportHeaderDetails(
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
public sealed record ChangedSinceLast(ImplementationStatus? Status, string? Reason);

/// <summary>What is recorded now, where that is something else than the row says.</summary>
/// <param name="Version">The record's version.</param>
public sealed record RecordDifference(ImplementationStatus? Status, string? Reason, string? Explanation, long Version);

/// <summary>One row of the report.</summary>
/// <param name="Explanation">The text on 15)⑩.</param>
/// <param name="ExplanationStatus">The status of 15)⑩ where it is not the row's.</param>
/// <param name="ObligationVersion">The record's version that the row was copied from; 0 for none.</param>
public sealed record ReportRowDetails(
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
    RecordDifference? DiffersFromRecord);

/// <summary>When and by whom it was finalised, and the kept files.</summary>
public sealed record FinalisedDetails(DateTimeOffset At, ActedBy By, IReadOnlyList<ReportFile> Files);

/// <summary>What can be done with the report now.</summary>
public sealed record ReportCan(Can Finalise, Can Change);

/// <summary>A report as it is shown.</summary>
/// <param name="PreviousId">The report or 導入前の記録 that changes are marked against.</param>
public sealed record ReportDetails(
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
    ReportCan Can)
{
    /// <summary>The report, with its checks as they come out now.</summary>
    internal static ReportDetails Of(ReportAtHand at, IReadOnlyList<ReportCheck> checks, FinalisedDetails? finalised, Actor actor)
    {
        var report = at.Report;
        var rows = at.Form.Rows.Zip(report.Rows, (printed, row) => Row(at, printed, row)).ToList();
        return new ReportDetails(
            at.Id, at.Version, report.ContractId, at.On.Contract.Name, report.State!.Value, report.Period.From, report.Period.To, report.Edition,
            report.PreviousId,
            new ReportHeaderDetails(
                at.Header.ReportedOn, at.Header.DocumentNumber, at.Header.Addressee, at.Header.ContractorAddress, at.Header.ContractorName,
                at.Header.RepresentativeTitle, at.RepresentativeName, at.Header.ContractSignedOn, at.Header.ContractName),
            [.. rows.Where(row => row.Number < ExtraItem.FirstNumber)],
            [.. rows.Where(row => row.Number >= ExtraItem.FirstNumber)],
            checks,
            finalised,
            CanDo(report, checks, actor));
    }

    private static ReportRowDetails Row(ReportAtHand at, FilledRow printed, ReportRow row)
    {
        var (answer, before) = (row.Answer, at.Report.PreviousAnswerOn(row.Number));
        var recorded = ReportChecks.DiffersFromRecord(row, at.On.Records);
        return new ReportRowDetails(
            row.Number, printed.Label, printed.Text, answer.Status, answer.Reason, answer.Explanation, answer.ExplanationStatus,
            ReportRows.WantsExplanation(at.On.Edition, row.Number), row.Origin, row.ObligationVersion,
            before is not null && (before.Status, before.Reason) != (answer.Status, answer.Reason) ? new ChangedSinceLast(before.Status, before.Reason) : null,
            recorded is null ? null : new RecordDifference(recorded.Answer.Status, recorded.Answer.Reason, recorded.Answer.Explanation, recorded.Version));
    }

    private static ReportCan CanDo(Report report, IReadOnlyList<ReportCheck> checks, Actor actor)
    {
        var closed = report.State switch
        {
            ReportState.FINALISED => ReportRefusals.Finalised,
            ReportState.DISCARDED => ReportRefusals.Discarded,
            _ => null,
        };
        var incomplete = checks.FirstOrDefault(check => check.Severity == CheckSeverity.BLOCKING) is { } first
            ? ReportRefusals.Incomplete with { Message = first.Messages }
            : null;
        return new ReportCan(
            Server.Can.If(Permission.FinaliseReport, actor, closed ?? incomplete),
            Server.Can.If(Permission.DraftReport, actor, closed));
    }
}
