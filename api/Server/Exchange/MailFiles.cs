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
    public Refusal? TextNotRead { get; private init; }

    /// <summary>The largest mail that is read, in bytes: 10 MB of files, as base64, and what surrounds them.</summary>
    public const int Largest = 25 * 1024 * 1024;

    /// <summary>The files of a mail that a child has taken apart.</summary>
    public static MailFiles Of(string name, byte[] content, MailContents contents)
    {
        var type = contents.Reading.Format == MailFormat.MSG ? FileType.Msg : FileType.Eml;
        return new(
            contents.Reading.Composed(),
            FileUpload.Of(name, type, content),
            [.. contents.Parts.Where(part => part is { Type: not null, Content.Length: <= FileUpload.Largest }).Select(part => FileUpload.Of(part.Name, part.Type!, part.Content!))],
            [.. contents.Parts.Where(part => part.Type is null).Select(part => NotKeptAs(part.Name, FileReaders.Of(part.Refusal, part.Messages) ?? MailRefusals.Unreadable))])
        {
            TextNotRead = FileReaders.Of(contents.TextNotRead),
        };
    }

    private static AttachmentNotKept NotKeptAs(string name, Refusal why) => new(FileName.Clean(name, [""]), why.Code, why.Message);
}
