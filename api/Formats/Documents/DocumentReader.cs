using System.Globalization;
using System.Text.Json;
using System.Xml;

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
        if (OfficePackage.IsProtected(bytes))
        {
            return ReadingRefusals.FileProtected;
        }

        try
        {
            return Limited(Path.GetExtension(fileName).ToUpperInvariant() switch
            {
                ".TXT" or ".MD" or "" => PlainText.Read(bytes),
                ".DOCX" or ".DOCM" => ReadOffice(bytes, DocxText.Read),
                ".XLSX" or ".XLSM" => ReadOffice(bytes, XlsxText.Read),
                ".PDF" => ReadingRefusals.FileUnreadable,
                _ => ReadingRefusals.FileTypeUnknown,
            });
        }
        catch (ReadingLimitException beyond)
        {
            return beyond.Refusal;
        }
        catch (Exception damaged) when (damaged
            is XmlException or InvalidDataException or IOException or FormatException or InvalidOperationException or ArgumentException or NotSupportedException)
        {
            return ReadingRefusals.FileUnreadable;
        }
    }

    /// <summary>Lines and cells out of what pdf.js found: <c>{ "pages": [[{ x, y, width, size, text }, …], …], "pageCount": 1 }</c>.</summary>
    public static ReadOutcome<ReadDocument> Layout(byte[] pieces)
    {
        try
        {
            return JsonSerializer.Deserialize<Extracted>(pieces, JsonSerializerOptions.Web) switch
            {
                { IsProtected: true } => ReadingRefusals.FileProtected,
                { PageCount: > ReadDocument.MostPages } => ReadingRefusals.Beyond(
                    string.Create(CultureInfo.InvariantCulture, $"PDF のページ数 {ReadDocument.MostPages}"), string.Create(CultureInfo.InvariantCulture, $"{ReadDocument.MostPages} pages")),
                { Pages: { } pages } => PdfLayout.Of(pages) is { Blocks.Count: > 0 } document ? Limited(document) : ReadingRefusals.PdfWithoutText,
                _ => ReadingRefusals.FileUnreadable,
            };
        }
        catch (JsonException)
        {
            return ReadingRefusals.FileUnreadable;
        }
    }

    private static ReadOutcome<ReadDocument> ReadOffice(byte[] bytes, Func<OfficePackage, string, ReadDocument> read)
    {
        using var package = OfficePackage.Open(bytes);
        if (package.Main is not { } main)
        {
            return ReadingRefusals.FileUnreadable;
        }

        var document = read(package, main);
        return document.Blocks.All(block => block.IsBlank()) ? ReadingRefusals.FileWithoutText : document;
    }

    private static ReadOutcome<ReadDocument> Limited(ReadOutcome<ReadDocument> read) => read.Value is { } document && document.Excess is { } excess ? excess : read;

    private sealed record Extracted(IReadOnlyList<IReadOnlyList<PdfPiece>>? Pages, int PageCount, bool IsProtected = false);
}
