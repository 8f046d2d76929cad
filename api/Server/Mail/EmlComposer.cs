using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SecurityTracker.Server.Mail;

/// <summary>
/// Writes a mail as a file (RFC 5322, MIME): what goes to the mail server, and what a person opens in their own mail program to
/// send it themselves. The same mail is the same bytes.
/// </summary>
public static class EmlComposer
{
    /// <summary>The media type of such a file.</summary>
    public const string MediaType = "message/rfc822";

    /// <summary>Writes a mail.</summary>
    /// <param name="mail">What it says; throws <see cref="ArgumentException"/> for an address that is none.</param>
    /// <param name="from">The sender, or null where the mail program that opens it knows.</param>
    /// <param name="messageId">Without angle brackets.</param>
    /// <param name="at">When it was written.</param>
    /// <param name="unsent">Adds <c>X-Unsent: 1</c>, by which a mail program opens it to be sent.</param>
    public static byte[] Write(OutgoingMail mail, Mailbox? from, string messageId, DateTimeOffset at, bool unsent = true)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var headers = new EmlHeaders()
            .Add("Date", at.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + at.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal))
            .AddMailboxes("From", from is null ? [] : [from])
            .AddMailboxes("To", mail.To)
            .AddMailboxes("Cc", mail.Cc)
            .AddMailboxes("Reply-To", mail.ReplyTo is null ? [] : [mail.ReplyTo])
            .AddText("Subject", mail.Subject)
            .Add("Message-ID", Bracketed(messageId));
        if (mail.InReplyTo is { } answered)
        {
            headers.Add("In-Reply-To", Bracketed(answered)).Add("References", Bracketed(answered));
        }

        if (unsent)
        {
            headers.Add("X-Unsent", "1");
        }

        headers.Add("MIME-Version", "1.0");
        return Encoding.ASCII.GetBytes(mail.Attachments.Count == 0 ? headers + TextPart(mail.Text) : headers + Mixed(mail, messageId));
    }

    private static string Mixed(OutgoingMail mail, string messageId)
    {
        // Every part is base64, which holds no "=_".
        var boundary = "=_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(messageId)).AsSpan(0, 16));
        var body = new StringBuilder($"Content-Type: multipart/mixed; boundary=\"{boundary}\"\r\n\r\n");
        body.Append("--").Append(boundary).Append("\r\n").Append(TextPart(mail.Text));
        foreach (var attachment in mail.Attachments)
        {
            body.Append("--").Append(boundary).Append("\r\n").Append(FilePart(attachment));
        }

        return body.Append("--").Append(boundary).Append("--\r\n").ToString();
    }

    private static string TextPart(string text) =>
        $"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{Base64(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")))}\r\n";

    private static string FilePart(MailAttachment file) =>
        new EmlHeaders()
            .Add("Content-Type", file.MediaType + EmlHeaders.Parameter("name", file.Name))
            .Add("Content-Disposition", "attachment" + EmlHeaders.Parameter("filename", file.Name))
            .Add("Content-Transfer-Encoding", "base64")
        + $"\r\n{Base64(file.Content)}\r\n";

    private static string Base64(byte[] bytes)
    {
        const int OfLine = 57;
        var text = new StringBuilder((bytes.Length * 4 / 3) + (bytes.Length / OfLine * 2) + 8);
        for (var start = 0; start < bytes.Length; start += OfLine)
        {
            text.Append(Convert.ToBase64String(bytes, start, Math.Min(OfLine, bytes.Length - start))).Append("\r\n");
        }

        return text.ToString().TrimEnd();
    }

    private static string Bracketed(string messageId) => messageId.All(c => c is > ' ' and <= '~' and not ('<' or '>'))
        ? $"<{messageId}>"
        : throw new ArgumentException("Not a message-id", nameof(messageId));
}
