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
    /// <summary>Why there is no text although the mail has one: it is rich text that is damaged, or in a package that only a mail program opens.</summary>
    public Refusal? TextNotRead => Reading.TextNotRead ?? (Reading.Text.Length > 0 ? null
        : Reading.Attachments.Select(MailRefusals.OfForm).FirstOrDefault(why => why == MailRefusals.Smime || why == MailRefusals.Winmail));

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
        return mail is null ? refused! : Sorted(reading.Composed(), mail);
    }

    private static MailFiles Sorted(MailReading reading, FileUpload mail)
    {
        var (kept, notKept) = (new List<FileUpload>(), new List<AttachmentNotKept>());
        foreach (var attachment in reading.Attachments)
        {
            var why = MailRefusals.OfForm(attachment)
                ?? (kept.Count == MostAttachments ? TooMany : attachment.Content.Length > FileUpload.Largest ? TooLarge : null);
            var (file, refusal) = why is null ? FileUpload.Of(attachment.Name, attachment.Content) : why;
            if (file is not null)
            {
                kept.Add(file);
            }
            else
            {
                notKept.Add(NotKeptAs(attachment.Name, refusal!));
            }
        }

        return new(reading, mail, kept, [.. notKept.Concat(reading.Left.Select(left => NotKeptAs(left.Name, left.Why))).Take(MostAttachments)]);
    }

    private static AttachmentNotKept NotKeptAs(string name, Refusal why) => new(FileName.Clean(name, [""]), why.Code, why.Message);
}
