using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Reports;

namespace SecurityTracker.Server.Reports;

/// <summary>A report as the 別紙 prints it.</summary>
internal static class ReportForms
{
    /// <summary>The edition's form with the report's header, answers and added rows in it.</summary>
    public static FilledForm Fill(Report report, ReportHeader header, string representativeName, AnnexEdition edition) => FilledForm.From(
        edition,
        new FormHeader(
            header.ReportedOn,
            header.DocumentNumber,
            header.Addressee,
            header.ContractorAddress,
            header.ContractorName,
            header.RepresentativeTitle,
            representativeName,
            header.ContractSignedOn,
            header.ContractName),
        [.. report.Rows.Where(row => row.Number < ExtraItem.FirstNumber).Select(row => new FormAnswer(
            row.Number, row.Answer.Status, row.Answer.Reason, row.Answer.Explanation, row.Answer.ExplanationStatus))],
        [.. report.ExtraRows.Select(extra => (extra.Text, Answer: report.Row(extra.Number)?.Answer ?? RowAnswer.Open))
            .Select(extra => new FormExtraRow(extra.Text, extra.Answer.Status, extra.Answer.Reason))]);
}
