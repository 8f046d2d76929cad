using System.Globalization;
using SecurityTracker.Domain.Reports;

namespace SecurityTracker.Server.Reports;

/// <summary>How a form leaves the program: its media type, its name and its digest.</summary>
internal static class FormDownload
{
    /// <summary>docx, pdf or xlsx as a route has it, or null.</summary>
    public static FormFormat? FormatOf(string extension) => extension switch
    {
        "docx" => FormFormat.DOCX,
        "pdf" => FormFormat.PDF,
        "xlsx" => FormFormat.XLSX,
        _ => null,
    };

    /// <summary>実施状況報告書_契約件名_20260401-20260930.docx; 案_ stands before it while it is a draft, 差替え_ where it is one.</summary>
    public static string NameOf(ReportAtHand at, FormFormat format) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(at.Report.Frozen ? "" : "案_")}{(at.Replacement is null ? "" : $"{ReplacementNote.Mark}_")}実施状況報告書_{Downloads.Safe(at.Header.ContractName)}_{at.Report.Period.From:yyyyMMdd}-{at.Report.Period.To:yyyyMMdd}.{Extension(format)}");

    /// <summary>The file, with its name in RFC 5987's form and its digest (RFC 9530); to be shown by the browser where it can; of a finalised report with the ETag of what is kept.</summary>
    public static IResult Answer(ReportAtHand at, FormFile file, HttpResponse response)
    {
        var sha256 = file.Summary().Sha256;
        response.NameFile(NameOf(at, file.Format), sha256, shown: file.Format == FormFormat.PDF);
        return at.Report.Frozen ? Downloads.Kept(file.Content, MediaType(file.Format), sha256) : Results.Bytes(file.Content, MediaType(file.Format));
    }

    private static string Extension(FormFormat format) => format switch
    {
        FormFormat.DOCX => "docx",
        FormFormat.PDF => "pdf",
        _ => "xlsx",
    };

    /// <summary>The media type of a form.</summary>
    public static string MediaType(FormFormat format) => format switch
    {
        FormFormat.DOCX => Downloads.Docx,
        FormFormat.PDF => Downloads.Pdf,
        _ => Downloads.Xlsx,
    };
}
