using MimeKit;
using MimeKit.IO;
using MimeKit.IO.Filters;
using MimeKit.Utils;
using SecurityTracker.Formats.Documents;

namespace SecurityTracker.Formats.Mails;

/// <summary>Reads a mail (RFC 5322, MIME; by MimeKit). Nothing of it is trusted: it comes in as a file from outside, and is walked through within limits first.</summary>
internal sealed class EmlReader
{
    private static readonly HeaderId[] Marks = [HeaderId.From, HeaderId.Date, HeaderId.Subject, HeaderId.MessageId, HeaderId.Received];

    private readonly List<string> texts = [];
    private readonly List<string> pages = [];
    private readonly List<MailAttachment> attachments = [];

    // A character takes three bytes at most where it is written in UTF-8, and Japanese ones do.
    private int room = 3 * ReadDocument.MostCharacters;
    private bool isTooLong;

    private EmlReader()
    {
    }

    /// <summary>Reads the file; refuses with <see cref="MailRefusals.Unreadable"/>.</summary>
    public static ReadOutcome<MailReading> Read(byte[] file) => MailParts.Of(file) is { } parts ? Read(parts, SmimeEnvelope.Of(parts)) : MailRefusals.Unreadable;

    /// <summary>Reads a mail that was walked through.</summary>
    /// <param name="parts">Where its parts lie.</param>
    /// <param name="envelope">Its signature as a whole: that is no file, and what is signed may lie in it.</param>
    public static ReadOutcome<MailReading> Read(MailParts parts, SmimeEnvelope? envelope) =>
        Marks.Any(mark => parts.Headers.First(mark) is not null) ? new EmlReader().Read(parts.Headers, envelope?.Parts ?? parts.Leaves) : MailRefusals.Unreadable;

    private MailReading Read(MailHeaders headers, IReadOnlyList<MailLeaf> leaves)
    {
        foreach (var leaf in leaves)
        {
            Gather(leaf);
        }

        return new MailReading(
            MailFormat.EML,
            headers.Mailboxes(HeaderId.From) is [var from, ..] ? from : null,
            headers.Mailboxes(HeaderId.To),
            headers.Mailboxes(HeaderId.Cc),
            headers.Date,
            headers.Text(HeaderId.Subject),
            isTooLong ? "" : string.Join('\n', texts.Count > 0 ? texts : pages.Select(HtmlText.Of)).ReplaceLineEndings("\n").Trim('\n'),
            attachments,
            headers.MessageIds(HeaderId.MessageId) is [var id, ..] ? id : null,
            headers.MessageIds(HeaderId.InReplyTo) is [var answered, ..] ? answered : null,
            headers.MessageIds(HeaderId.References),
            headers.Lines)
        {
            TextNotRead = isTooLong ? ReadingRefusals.TextTooLong : null,
        };
    }

    private void Gather(MailLeaf leaf)
    {
        var type = TypeOf(leaf);
        var disposition = leaf.Headers.First(HeaderId.ContentDisposition) is { } field && ContentDisposition.TryParse(Charsets.Named(field.RawValue), out var found) ? found : null;
        var name = disposition?.FileName ?? type.Name;
        var isPage = type.IsMimeType("text", "html");
        var isText = isPage || type.IsMimeType("text", "plain");
        if (type.IsMimeType("message", "rfc822"))
        {
            // A mail may be wrapped in base64, though it should not.
            var mail = Content(leaf);
            attachments.Add(new(NameOfMail(name, mail), "message/rfc822", mail));
        }
        else if (!isText || disposition is { IsAttachment: true } || (name is not null && !isPage))
        {
            attachments.Add(new(name ?? "", type.MimeType.ToLowerInvariant(), Content(leaf)));
        }
        else
        {
            AddText(isPage ? pages : texts, Content(leaf), type.Charset);
        }
    }

    private void AddText(List<string> to, byte[] content, string? charset)
    {
        if (content.Length > room)
        {
            isTooLong = true;
            return;
        }

        room -= content.Length;
        to.Add(Charsets.Decode(content, charset));
    }

    /// <summary>What a part says it is; one that says nothing that can be understood is text.</summary>
    private static ContentType TypeOf(MailLeaf leaf)
    {
        var said = leaf.Headers.First(HeaderId.ContentType) is { } field ? Charsets.Named(field.RawValue) : null;
        return said is null ? leaf.Type
            : !said.AsSpan().Contains((byte)'/') ? new ContentType("text", "plain")
            : ContentType.TryParse(said, out var type) ? type : leaf.Type;
    }

    /// <summary>The content of a part, out of its transfer encoding.</summary>
    internal static byte[] Content(MailLeaf leaf)
    {
        if (!MimeUtils.TryParse(leaf.Headers.First(HeaderId.ContentTransferEncoding)?.Value, out ContentEncoding encoding)
            || encoding is ContentEncoding.Default or ContentEncoding.Binary or ContentEncoding.SevenBit or ContentEncoding.EightBit)
        {
            return leaf.Raw.ToArray();
        }

        using var decoded = new MemoryStream();
        using (var filtered = new FilteredStream(decoded))
        {
            if (encoding == ContentEncoding.QuotedPrintable)
            {
                // What mail servers add at the ends of lines belongs to no text (RFC 2045 §6.7).
                filtered.Add(new TrailingWhitespaceFilter());
            }

            filtered.Add(DecoderFilter.Create(encoding));
            filtered.Write(leaf.Raw.ToArray(), 0, leaf.Raw.Length);
            // Not every mail program fills up the last characters.
            filtered.Write("=="u8.ToArray(), 0, encoding == ContentEncoding.Base64 ? 2 : 0);
            filtered.Flush();
        }

        return decoded.ToArray();
    }

    // Its name says what it is, so that it is kept as a mail.
    private static string NameOfMail(string? name, byte[] mail)
    {
        var called = name ?? (MailParts.HeaderOf(mail)?.Text(HeaderId.Subject) is { Length: > 0 } subject ? subject : "添付メール");
        return called.EndsWith(".eml", StringComparison.OrdinalIgnoreCase) ? called : called + ".eml";
    }
}
