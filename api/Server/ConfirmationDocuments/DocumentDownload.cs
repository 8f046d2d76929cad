using SecurityTracker.Domain.ConfirmationDocuments;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>How a document leaves the program: its media type, its name and its digest.</summary>
internal static class DocumentDownload
{
    /// <summary>docx or pdf as a route has it.</summary>
    public static DocumentFileFormat FormatOf(string extension) => extension == "pdf" ? DocumentFileFormat.PDF : DocumentFileFormat.DOCX;

    /// <summary>確認書類_契約件名_第2版.pdf; 案 where it has no number, （非表示あり） where something is withheld.</summary>
    public static string NameOf(string contractName, int? number, bool masked, DocumentFileFormat format) =>
        $"{(number is null ? "案_" : "")}確認書類_{Downloads.Safe(contractName)}{(number is { } version ? $"_第{version}版" : "")}{(masked ? "（非表示あり）" : "")}.{(format == DocumentFileFormat.PDF ? "pdf" : "docx")}";

    /// <summary>The file with its name in RFC 5987's form and its digest (RFC 9530); to be shown by the browser where it can.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="response">The answer.</param>
    /// <param name="kept">Whether these are the bytes that were kept.</param>
    public static IResult Answer(PrintedFile file, string name, HttpResponse response, bool kept = false)
    {
        var sha256 = file.Summary().Sha256;
        response.NameFile(name, sha256, shown: file.Format == DocumentFileFormat.PDF);
        return kept ? Downloads.Kept(file.Content, MediaType(file.Format), sha256) : Results.Bytes(file.Content, MediaType(file.Format));
    }

    /// <summary>The media type of a document.</summary>
    public static string MediaType(DocumentFileFormat format) => format == DocumentFileFormat.PDF ? Downloads.Pdf : Downloads.Docx;
}
