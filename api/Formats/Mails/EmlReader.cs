using System.Text;
using SecurityTracker.Formats.Documents;

namespace SecurityTracker.Formats.Mails;

/// <summary>
/// Reads a mail (RFC 5322, MIME). Nothing of it is trusted: it comes in as a file from outside, and its depth, its parts and its
/// header are limited.
/// </summary>
internal static class EmlReader
{
    private static readonly string[] Marks = ["From", "Date", "Subject", "Message-ID", "Received"];

    /// <summary>Reads the file; refuses with <see cref="MailRefusals.Unreadable"/>.</summary>
    public static ReadOutcome<MailReading> Read(byte[] file)
    {
        var mail = WithoutFrame(file);
        if (MimeHeaders.Read(mail) is not { } headers || !Marks.Any(mark => headers.First(mark) is not null))
        {
            return MailRefusals.Unreadable;
        }

        var parts = new MimeParts();
        if (!parts.Read(headers, mail.AsMemory(headers.BodyStart)))
        {
            return MailRefusals.Unreadable;
        }

        return new MailReading(
            MailFormat.EML,
            Mailboxes.Read(headers.First("From")) is [var from, ..] ? from : null,
            Mailboxes.Read(headers.First("To")),
            Mailboxes.Read(headers.First("Cc")),
            MailDates.Read(headers.First("Date")),
            headers.Text("Subject"),
            parts.TextIsTooLong ? "" : parts.Text,
            parts.Attachments,
            Mailboxes.MessageId(headers.First("Message-ID")),
            Mailboxes.MessageId(headers.First("In-Reply-To")),
            Mailboxes.MessageIds(headers.First("References")),
            string.Join('\n', headers.Fields.Select(field => Charsets.FromLatin1(field.Raw))))
        {
            TextNotRead = parts.TextIsTooLong ? ReadingRefusals.TextTooLong : null,
        };
    }

    /// <summary>The mail without a byte order mark or the line by which a Unix mailbox divides its mails.</summary>
    internal static byte[] WithoutFrame(byte[] file)
    {
        var mail = file.AsSpan();
        mail = mail.StartsWith(Encoding.UTF8.Preamble) ? mail[3..] : mail;
        if (mail.StartsWith("From "u8) && mail.IndexOf((byte)'\n') is var end and >= 0)
        {
            mail = mail[(end + 1)..];
        }

        return mail.Length == file.Length ? file : mail.ToArray();
    }
}
