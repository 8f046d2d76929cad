using SecurityTracker.Domain;
using SecurityTracker.Domain.Files;
using SecurityTracker.Server.Files;
using SecurityTracker.Server.Reading;

namespace SecurityTracker.Server.Exchange;

/// <summary>The files of a mail: the mail itself, and those in it that can be kept beside it.</summary>
/// <param name="Reading">What the mail says.</param>
/// <param name="Mail">The mail.</param>
/// <param name="Attachments">Those that are kept.</param>
/// <param name="NotKept">Those that stay in the mail alone.</param>
internal sealed record MailFiles(MailReading Reading, FileUpload Mail, IReadOnlyList<FileUpload> Attachments, IReadOnlyList<AttachmentNotKept> NotKept)
{
    /// <summary>The largest mail that is read, in bytes: 10 MB of files, as base64, and what surrounds them.</summary>
    public const int Largest = 25 * 1024 * 1024;

    private const int MostAttachments = 50;

    private static readonly Refusal TooMany = new("too-many-attachments", RefusalKind.INVALID, new(
        "添付ファイルが多いため、取り出しませんでした。元のメールの中に残っています。",
        "There are too many attachments: this one stays in the mail alone."));

    private static readonly Refusal TooLarge = new("file-too-large", RefusalKind.INVALID, Problems.FileTooLarge.Message);

    /// <summary>Reads a mail by its bytes.</summary>
    public static ReadOutcome<MailFiles> Read(string name, byte[] content)
    {
        var isMsg = CompoundFile.IsOne(content);
        var (reading, refusal) = isMsg ? MsgReader.Read(content) : EmlReader.Read(content);
        if (reading is null)
        {
            return refusal!;
        }

        var ending = isMsg ? ".msg" : ".eml";
        var (mail, refused) = FileUpload.Of(name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? name : name + ending, content);
        return mail is null ? refused! : Sorted(reading, mail);
    }

    private static MailFiles Sorted(MailReading reading, FileUpload mail)
    {
        var (kept, notKept) = (new List<FileUpload>(), new List<AttachmentNotKept>());
        foreach (var attachment in reading.Attachments)
        {
            var (file, refusal) = kept.Count == MostAttachments ? TooMany : attachment.Content.Length > FileUpload.Largest ? TooLarge : FileUpload.Of(attachment.Name, attachment.Content);
            if (file is not null)
            {
                kept.Add(file);
            }
            else if (notKept.Count < MostAttachments)
            {
                notKept.Add(new(FileName.Clean(attachment.Name, [""]), refusal!.Code, refusal.Message));
            }
        }

        return new(reading, mail, kept, notKept);
    }
}
