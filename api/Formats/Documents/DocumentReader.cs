using System.Text.Json;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace SecurityTracker.Formats.Documents;

/// <summary>
/// Reads what people drop in: .txt, .md (UTF-8, UTF-16, Shift_JIS), .docx, .xlsx, and what pdf.js found in a PDF. Nothing of a file is
/// trusted: its archive and its XML are read within limits, and each failure is a refusal.
/// </summary>
internal static class DocumentReader
{
    /// <summary>Reads a file by the end of its name.</summary>
    public static ReadOutcome<ReadDocument> Read(string fileName, byte[] bytes)
    {
        try
        {
            return Limited(Path.GetExtension(fileName).ToUpperInvariant() switch
            {
                ".TXT" or ".MD" or "" => PlainText.Read(bytes),
                ".DOCX" or ".DOCM" => ZipLimits.Allow(bytes) ? DocxText.Read(bytes) : ReadingRefusals.UnfoldsTooFar,
                ".XLSX" or ".XLSM" => ZipLimits.Allow(bytes) ? XlsxText.Read(bytes) : ReadingRefusals.UnfoldsTooFar,
                _ => ReadingRefusals.FileTypeUnknown,
            });
        }
        catch (Exception damaged) when (damaged
            is OpenXmlPackageException or XmlException or InvalidDataException or IOException or FormatException
            or UriFormatException or InvalidOperationException or ArgumentException or NotSupportedException or KeyNotFoundException)
        {
            return ReadingRefusals.FileUnreadable;
        }
    }

    /// <summary>Lines and cells out of what pdf.js found: <c>{ "pages": [[{ x, y, width, size, text }, …], …] }</c>.</summary>
    public static ReadOutcome<ReadDocument> Layout(byte[] pieces)
    {
        try
        {
            return JsonSerializer.Deserialize<Extracted>(pieces, JsonSerializerOptions.Web)?.Pages is not { } pages ? ReadingRefusals.FileUnreadable
                : PdfLayout.Of(pages) is { Blocks.Count: > 0 } document ? Limited(document)
                : ReadingRefusals.PdfWithoutText;
        }
        catch (JsonException)
        {
            return ReadingRefusals.FileUnreadable;
        }
    }

    private static ReadOutcome<ReadDocument> Limited(ReadOutcome<ReadDocument> read) => read.Value is { } document && document.Excess is { } excess ? excess : read;

    private sealed record Extracted(IReadOnlyList<IReadOnlyList<PdfPiece>>? Pages);
}
