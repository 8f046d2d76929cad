using System.Security.Cryptography;
using System.Text;
using MimeKit;

namespace SecurityTracker.Server.Mail;

/// <summary>
/// Makes a mail (RFC 5322, MIME; by MimeKit): what goes to the mail server, and what a person opens in their own mail program to
/// send it themselves. The same mail is the same bytes.
/// </summary>
internal static class EmlComposer
{
    /// <summary>The media type of such a file.</summary>
    public const string MediaType = "message/rfc822";

    /// <summary>
    /// How a mail is written: lines end in CR LF, and everything is ASCII. MimeKit does not count a header's name into the length of
    /// its first line: with that name it is 76 (RFC 2047 §2).
    /// </summary>
    internal static FormatOptions Format { get; } = new() { NewLineFormat = NewLineFormat.Dos, EnsureNewLine = true, MaxLineLength = 66 };

    /// <summary>Writes a mail as a file.</summary>
    /// <param name="mail">What it says; throws <see cref="ArgumentException"/> for an address that is none.</param>
    /// <param name="from">The sender, or null where the mail program that opens it knows.</param>
    /// <param name="messageId">Without angle brackets.</param>
    /// <param name="at">When it was written.</param>
    /// <param name="unsent">Adds <c>X-Unsent: 1</c>, by which a mail program opens it to be sent.</param>
    public static byte[] Write(OutgoingMail mail, Mailbox? from, string messageId, DateTimeOffset at, bool unsent = true)
    {
        using var message = Compose(mail, from, messageId, at);
        if (unsent)
        {
            message.Headers.Add("X-Unsent", "1");
        }

        using var file = new MemoryStream();
        message.WriteTo(Format, file);
        return file.ToArray();
    }

    /// <summary>Makes a mail to be sent; its parameters are those of <see cref="Write"/>.</summary>
    internal static MimeMessage Compose(OutgoingMail mail, Mailbox? from, string messageId, DateTimeOffset at)
    {
        var message = new MimeMessage();
        // MimeKit begins with a sender, an id and a date of its own.
        message.Headers.Clear();
        message.Date = at;
        message.From.AddRange(Addresses(from is null ? [] : [from]));
        message.To.AddRange(Addresses(mail.To));
        message.Cc.AddRange(Addresses(mail.Cc));
        message.ReplyTo.AddRange(Addresses(mail.ReplyTo is null ? [] : [mail.ReplyTo]));
        var subject = new Header(HeaderId.Subject, "");
        subject.SetValue(Format, Encoding.UTF8, OneLine(mail.Subject));
        message.Headers.Add(subject);
        message.Headers.Add(HeaderId.MessageId, Bracketed(messageId));
        if (mail.InReplyTo is { } answered)
        {
            message.Headers.Add(HeaderId.InReplyTo, Bracketed(answered));
            message.Headers.Add(HeaderId.References, Bracketed(answered));
        }

        if (mail.IsAutomatic)
        {
            // So that no machine answers it (RFC 3834, and what Exchange goes by).
            message.Headers.Add("Auto-Submitted", "auto-generated");
            message.Headers.Add("X-Auto-Response-Suppress", "All");
        }

        if (mail.UnsubscribeAt is { } unsubscribe)
        {
            // RFC 8058.
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{unsubscribe.AbsoluteUri}>");
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }

        message.Body = mail.Attachments.Count == 0 ? Words(mail, messageId) : Mixed(mail, messageId);
        return message;
    }

    // The last of the two is the one to be preferred (RFC 2046 §5.1.4).
    private static MimeEntity Words(OutgoingMail mail, string messageId) => mail.Html is null
        ? TextPart("plain", mail.Text)
        : new Multipart("alternative") { TextPart("plain", mail.Text), TextPart("html", mail.Html) }.WithBoundary(messageId, "words");

    // Every part is base64, which holds no "=_".
    private static Multipart WithBoundary(this Multipart parts, string messageId, string name)
    {
        parts.Boundary = "=_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name + messageId)).AsSpan(0, 16));
        return parts;
    }

    private static Multipart Mixed(OutgoingMail mail, string messageId)
    {
        var mixed = new Multipart("mixed") { Words(mail, messageId) }.WithBoundary(messageId, "");
        foreach (var attachment in mail.Attachments)
        {
            mixed.Add(FilePart(attachment));
        }

        return mixed;
    }

    private static TextPart TextPart(string subtype, string text)
    {
        var part = new TextPart(subtype) { ContentTransferEncoding = ContentEncoding.Base64 };
        part.SetText(Encoding.UTF8, text.ReplaceLineEndings("\r\n"));
        return part;
    }

    private static MimePart FilePart(MailAttachment file)
    {
        var part = new MimePart(ContentType.Parse(file.MediaType))
        {
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
            ContentTransferEncoding = ContentEncoding.Base64,
            Content = new MimeContent(new MemoryStream(file.Content, writable: false)),
        };
        // Not every mail program reads the name that the disposition gives.
        part.ContentType.Parameters.Add(Encoding.UTF8, "name", OneLine(file.Name));
        part.ContentDisposition.Parameters.Add(Encoding.UTF8, "filename", OneLine(file.Name));
        return part;
    }

    /// <summary>The addresses as MimeKit has them; throws for one that is none.</summary>
    internal static IEnumerable<MailboxAddress> Addresses(IEnumerable<Mailbox> mailboxes) => mailboxes.Select(mailbox => Mailbox.IsAddress(mailbox.Address)
        ? new MailboxAddress(Encoding.UTF8, string.IsNullOrWhiteSpace(mailbox.Name) ? null : OneLine(mailbox.Name), mailbox.Address)
        : throw new ArgumentException("Not an address", nameof(mailboxes)));

    /// <summary>
    /// Nothing that a person typed begins a line of the header. What looks like an encoded word (RFC 2047) is left as it is by
    /// MimeKit and would be read as what it encodes; its first sign becomes a full-width one.
    /// </summary>
    private static string OneLine(string text) =>
        string.Concat(text.ReplaceLineEndings(" ").Select(c => char.IsControl(c) ? ' ' : c)).Replace("=?", "＝?", StringComparison.Ordinal);

    private static string Bracketed(string messageId) => messageId.All(c => c is > ' ' and <= '~' and not ('<' or '>'))
        ? $"<{messageId}>"
        : throw new ArgumentException("Not a message-id", nameof(messageId));
}
