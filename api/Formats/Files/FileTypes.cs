using SecurityTracker.Domain;
using SecurityTracker.Domain.Files;
using SecurityTracker.Formats.Documents;
using SecurityTracker.Formats.Mails;

namespace SecurityTracker.Formats.Files;

/// <summary>A kind of file that is taken.</summary>
/// <param name="Endings">Of its names, the usual one first.</param>
public sealed record FileType(string MediaType, params IReadOnlyList<string> Endings)
{
    /// <summary>Outlook's own file of a mail.</summary>
    public static readonly FileType Msg = new("application/vnd.ms-outlook", ".msg");

    /// <summary>A mail.</summary>
    public static readonly FileType Eml = new("message/rfc822", ".eml");
}

/// <summary>Tells what a file is by its bytes; its name only tells a mail or a table from other text.</summary>
internal static class FileTypes
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";
    private static readonly FileType Pdf = new("application/pdf", ".pdf");
    private static readonly FileType Png = new("image/png", ".png");
    private static readonly FileType Jpeg = new("image/jpeg", ".jpg", ".jpeg");
    private static readonly FileType Docx = new(Office + "wordprocessingml.document", ".docx");
    private static readonly FileType Xlsx = new(Office + "spreadsheetml.sheet", ".xlsx");
    private static readonly FileType Pptx = new(Office + "presentationml.presentation", ".pptx");
    private static readonly FileType Csv = new("text/csv", ".csv");
    private static readonly FileType Text = new("text/plain", ".txt", ".md", ".log");

    /// <summary>What a file is, or why it is not taken.</summary>
    public static ReadOutcome<FileType> Of(string name, byte[] content) => content switch
    {
        [] => FileRefusals.Empty,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
        [0xFF, 0xD8, 0xFF, ..] => Jpeg,
        _ when OfficePackage.IsProtected(content) && !IsMail(content) => ReadingRefusals.FileProtected,
        [(byte)'P', (byte)'K', 3, 4, ..] => OfArchive(content),
        _ when CompoundFile.IsOne(content) => MsgReader.Read(content).Value is null ? FileRefusals.TypeNotTaken : FileType.Msg,
        _ when content.AsSpan(0, Math.Min(content.Length, 1024)).IndexOf("%PDF-"u8) >= 0 => Pdf,
        _ when HasEnding(name, FileType.Eml) => EmlReader.Read(content).Value is null ? FileRefusals.TypeNotTaken : FileType.Eml,
        _ => OfText(name, content),
    };

    // A mail may carry a protected file; then it is a mail.
    private static bool IsMail(byte[] content) => CompoundFile.IsOne(content) && MsgReader.Read(content).Value is not null;

    private static ReadOutcome<FileType> OfArchive(byte[] content)
    {
        try
        {
            using var package = OfficePackage.Open(content);
            package.Measure();
            if (package.Parts.Any(part => part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) || package.Main is not { } main)
            {
                return FileRefusals.TypeNotTaken;
            }

            // The part may have any name: Word Online writes word/document2.xml.
            return package.TypeOf(main) switch
            {
                Office + "wordprocessingml.document.main+xml" => Docx,
                Office + "spreadsheetml.sheet.main+xml" => Xlsx,
                Office + "presentationml.presentation.main+xml" => Pptx,
                _ => FileRefusals.TypeNotTaken,
            };
        }
        catch (ReadingLimitException beyond)
        {
            return beyond.Refusal;
        }
        catch (Exception damaged) when (damaged is InvalidDataException or System.Xml.XmlException or IOException or NotSupportedException or ArgumentException)
        {
            return FileRefusals.Unreadable;
        }
    }

    private static ReadOutcome<FileType> OfText(string name, byte[] content) =>
        PlainText.Read(content).Value is { } read && read.Blocks.All(block => Texts.IsPrintable(block.Cells[0].Replace('\f', ' '), lineBreaks: true))
            ? HasEnding(name, Csv) ? Csv : Text
            : FileRefusals.TypeNotTaken;

    private static bool HasEnding(string name, FileType type) => name.EndsWith(type.Endings[0], StringComparison.OrdinalIgnoreCase);
}
