using System.Text;
using MimeKit;
using SecurityTracker.Domain;
using SecurityTracker.Formats.Documents;

namespace SecurityTracker.Formats.Mails;

/// <summary>Reads Outlook's .msg: a compound file of MAPI properties. What was signed on the way is not kept in it.</summary>
internal static class MsgReader
{
    private const int MostParts = 200;
    private const ushort HowAttached = 0x3705;
    private const ushort InternetCodePage = 0x3FDE;
    private const int Mail = 5;

    /// <summary>Reads the file; refuses with <see cref="MailRefusals.Unreadable"/>.</summary>
    public static ReadOutcome<MailReading> Read(byte[] file)
    {
        try
        {
            var compound = CompoundFile.Open(file);
            return MapiProperties.Read(compound, compound.Root, header: 32) is { } message && compound.Root.Storages.Count <= MostParts
                ? Read(compound, message)
                : MailRefusals.Unreadable;
        }
        catch (Exception damaged) when (damaged is InvalidDataException or ArgumentOutOfRangeException)
        {
            return MailRefusals.Unreadable;
        }
    }

    private static MailReading Read(CompoundFile file, MapiProperties message)
    {
        var transport = message.Text(0x007D) ?? "";
        var headers = MailParts.HeaderOf(Encoding.UTF8.GetBytes(transport + "\r\n\r\n")) ?? new([]);
        var (text, textNotRead, textGuessed) = TextOf(message);
        var attached = Parts(file, message, "__attach_version1.0_").ToList();
        var people = Parts(file, message, "__recip_version1.0_").Select(part => (Kind: part.Number(0x0C15), Mailbox: Of(part, [0x39FE, 0x3003], 0x3001))).ToList();
        return new MailReading(
            MailFormat.MSG,
            SenderOf(message, headers),
            [.. people.Where(p => p.Kind is null or 1).Select(p => p.Mailbox).OfType<Mailbox>()],
            [.. people.Where(p => p.Kind == 2).Select(p => p.Mailbox).OfType<Mailbox>()],
            headers.Date ?? message.Time(0x0039) ?? message.Time(0x0E06),
            message.Text(0x0037) ?? headers.Text(HeaderId.Subject),
            text,
            [.. attached.Select(Attachment).OfType<MailAttachment>()],
            Ids(message, 0x1035, headers, HeaderId.MessageId) is [var id, ..] ? id : null,
            Ids(message, 0x1042, headers, HeaderId.InReplyTo) is [var answered, ..] ? answered : null,
            Ids(message, 0x1039, headers, HeaderId.References),
            transport.ReplaceLineEndings("\n"))
        {
            TextNotRead = textNotRead,
            TextGuessed = textGuessed,
            MessageClass = message.Text(0x001A) ?? "",
            Left = [.. attached.Where(part => Attachment(part) is null).Select(part => (NameOf(part), part.Number(HowAttached) == Mail ? MailRefusals.MailInMail : MailRefusals.NotInMail))],
        };
    }

    private static IReadOnlyList<string> Ids(MapiProperties message, ushort property, MailHeaders headers, HeaderId field) =>
        MailHeaders.MessageIdsIn(message.Text(property) ?? "") is { Count: > 0 } ids ? ids : headers.MessageIds(field);

    private static Mailbox? SenderOf(MapiProperties message, MailHeaders headers) =>
        Of(message, [0x5D02, 0x5D01, 0x0065, 0x0C1F], 0x0042)
        ?? (headers.Mailboxes(HeaderId.From) is [var from, ..] ? from : null)
        ?? (message.Text(0x0C1A) is { Length: > 0 } name ? new Mailbox("", name) : null);

    private static (string Text, Refusal? NotRead, Refusal? Guessed) TextOf(MapiProperties message)
    {
        if (message.Text(0x1000) is { } plain && !string.IsNullOrWhiteSpace(plain))
        {
            return (plain.ReplaceLineEndings("\n").Trim('\n'), null, null);
        }

        // The page's bytes are in the code page of the mail as it came (0x3FDE), whatever the other texts are in.
        var page = message.Number(InternetCodePage) is { } number ? MapiProperties.CharsetOf(number) : null;
        var (html, guessed) = message.Text(0x1013) is { } text ? (text, false)
            : message.Binary(0x1013) is { } bytes ? Charsets.DecodePage(bytes, page)
            : ("", false);
        return html.Length > 0 || message.Binary(0x1009) is not { Length: > 0 } packed ? (HtmlText.Of(html), null, guessed ? MailRefusals.TextGuessed : null)
            : CompressedRtf.Unpack(packed) is { } rtf && RtfText.Of(rtf) is { } rich ? (rich, null, null)
            : ("", MailRefusals.RichTextNotRead, null);
    }

    private static IEnumerable<MapiProperties> Parts(CompoundFile file, MapiProperties message, string prefix) => file.Root.Storages
        .Where(storage => storage.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        .OrderBy(storage => storage.Name, StringComparer.OrdinalIgnoreCase)
        .Select(storage => MapiProperties.Read(file, storage, header: 8, message.Charset))
        .OfType<MapiProperties>();

    /// <summary>The first address with an @: those inside an organisation may be written in Exchange's own way.</summary>
    private static Mailbox? Of(MapiProperties properties, IEnumerable<ushort> addresses, ushort name) =>
        addresses.Select(properties.Text).FirstOrDefault(a => a?.Contains('@', StringComparison.Ordinal) == true) is { Length: <= 320 } address
            ? new(address, properties.Text(name) is { Length: > 0 } called && called != address ? called : null)
            : null;

    /// <summary>A file; null where something else stands in its place: a mail in Outlook's own form, an object, a link.</summary>
    private static MailAttachment? Attachment(MapiProperties part) => part.Binary(0x3701) is { } content
        ? new(NameOf(part), part.Text(0x370E) ?? "application/octet-stream", content)
        : null;

    private static string NameOf(MapiProperties part) => part.Text(0x3707) ?? part.Text(0x3704) ?? part.Text(0x3001) ?? "";
}
