using System.Xml;

namespace SecurityTracker.Server.Reading;

/// <summary>
/// Reads what people drop in: .txt, .md (UTF-8, UTF-16, Shift_JIS), .docx, .xlsx and .pdf with a text layer. Nothing of a file is
/// trusted: its size, its archive, its XML and its PDF are read within limits, and each failure is a refusal.
/// </summary>
public sealed class TextReaders(PdfText pdf)
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int LargestFile = 10 * 1024 * 1024;

    /// <summary>Reads a file by the end of its name.</summary>
    /// <param name="fileName">As the person knows it; only its ending matters.</param>
    /// <param name="content">Read to its end, or to the limit.</param>
    public async Task<ReadOutcome<ReadDocument>> Read(string fileName, Stream content, CancellationToken ct)
    {
        if (await ReadBytes(content, ct) is not { } bytes)
        {
            return ReadingRefusals.FileTooLarge;
        }

        if (OfficePackage.IsProtected(bytes))
        {
            return ReadingRefusals.FileProtected;
        }

        try
        {
            return Path.GetExtension(fileName).ToUpperInvariant() switch
            {
                ".TXT" or ".MD" or "" => PlainText.Read(bytes),
                ".DOCX" or ".DOCM" => ReadOffice(bytes, DocxText.Read),
                ".XLSX" or ".XLSM" => ReadOffice(bytes, XlsxText.Read),
                ".PDF" => await pdf.Read(bytes, ct),
                _ => ReadingRefusals.FileTypeUnknown,
            };
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

    private static async Task<byte[]?> ReadBytes(Stream content, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await content.ReadAsync(buffer, ct)) > 0)
        {
            if (bytes.Length + read > LargestFile)
            {
                return null;
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}
