using System.Text;
using SecurityTracker.Formats.Documents;

namespace SecurityTracker.Formats.Mails;

/// <summary>Walks through the parts of a mail and gathers its text and its files.</summary>
internal sealed class MimeParts
{
    private const int Deepest = 10;
    private const int Most = 200;
    private readonly List<string> texts = [];
    private readonly List<string> pages = [];
    private int seen;

    // A character takes three bytes at most where it is written in UTF-8, and Japanese ones do.
    private int room = 3 * ReadDocument.MostCharacters;

    /// <summary>The plain texts one after the other, or the HTML's text where there is none.</summary>
    public string Text => string.Join('\n', texts.Count > 0 ? texts : pages.Select(HtmlText.Of)).ReplaceLineEndings("\n").Trim('\n');

    /// <summary>Whether more text stands in it than is read.</summary>
    public bool TextIsTooLong { get; private set; }

    /// <summary>The files.</summary>
    public List<MailAttachment> Attachments { get; } = [];

    /// <summary>Reads a part and those in it; false where they are too many or lie too deep.</summary>
    public bool Read(MimeHeaders headers, ReadOnlyMemory<byte> body, int depth = 0)
    {
        if (++seen > Most || depth > Deepest)
        {
            return false;
        }

        var type = MimeParameters.Read(headers.First("Content-Type"));
        if (type.Value.StartsWith("multipart/", StringComparison.Ordinal) && type.Raw.TryGetValue("boundary", out var boundary) && boundary.Length is > 0 and <= 200)
        {
            return ReadParts(body, boundary, depth);
        }

        Gather(headers, type, body.Span);
        return true;
    }

    private bool ReadParts(ReadOnlyMemory<byte> body, string boundary, int depth)
    {
        foreach (var part in Split(body, Encoding.Latin1.GetBytes("--" + boundary)))
        {
            if (MimeHeaders.Read(part.Span) is not { } headers || !Read(headers, part[headers.BodyStart..], depth + 1))
            {
                return false;
            }
        }

        return true;
    }

    private void Gather(MimeHeaders headers, MimeParameters type, ReadOnlySpan<byte> body)
    {
        var disposition = MimeParameters.Read(headers.First("Content-Disposition"));
        var name = disposition.Text("filename") ?? type.Text("name");
        var isText = type.Value is "" or "text/plain" or "text/html" or "text";
        var encoding = headers.First("Content-Transfer-Encoding");
        if (type.Value == "message/rfc822")
        {
            // A mail may be wrapped in base64, though it should not.
            Attachments.Add(new(NameOfMail(name, body), "message/rfc822", TransferEncodings.Decode(body, encoding)));
        }
        else if (!isText || disposition.Value == "attachment" || (name is not null && type.Value != "text/html"))
        {
            Attachments.Add(new(name ?? "", type.Value.Length == 0 ? "text/plain" : type.Value, TransferEncodings.Decode(body, encoding)));
        }
        else
        {
            var charset = type.Raw.TryGetValue("charset", out var named) ? named : null;
            AddText(type.Value == "text/html" ? pages : texts, TransferEncodings.Decode(body, encoding), charset);
        }
    }

    private void AddText(List<string> to, byte[] content, string? charset)
    {
        if (content.Length > room)
        {
            TextIsTooLong = true;
            return;
        }

        room -= content.Length;
        to.Add(Charsets.Decode(content, charset));
    }

    // Its name says what it is, so that it is kept as a mail.
    private static string NameOfMail(string? name, ReadOnlySpan<byte> mail)
    {
        var called = name ?? (MimeHeaders.Read(mail)?.Text("Subject") is { Length: > 0 } subject ? subject : "添付メール");
        return called.EndsWith(".eml", StringComparison.OrdinalIgnoreCase) ? called : called + ".eml";
    }

    /// <summary>The parts between lines that begin with the boundary; what stands before the first is none.</summary>
    private static List<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> body, byte[] boundary)
    {
        var parts = new List<ReadOnlyMemory<byte>>();
        var start = -1;
        var at = 0;
        while (at < body.Length && parts.Count <= Most)
        {
            var found = body.Span[at..].IndexOf(boundary);
            if (found < 0)
            {
                break;
            }

            var (line, after) = (at + found, at + found + boundary.Length);
            at = after;
            var (begins, ends) = (line == 0 || body.Span[line - 1] == (byte)'\n', EndsBoundary(body.Span[after..]));
            if (!begins || !ends)
            {
                continue;
            }

            if (start >= 0)
            {
                parts.Add(WithoutLineEnd(body[start..line]));
            }

            start = -1;
            if (body.Span[after..].StartsWith("--"u8))
            {
                return parts;
            }

            var next = body.Span[after..].IndexOf((byte)'\n');
            start = next < 0 ? body.Length : after + next + 1;
            at = start;
        }

        // The last boundary may be missing where a mail was cut off.
        if (start >= 0)
        {
            parts.Add(body[start..]);
        }

        return parts;
    }

    private static bool EndsBoundary(ReadOnlySpan<byte> rest) => rest.IsEmpty || rest[0] is (byte)'\r' or (byte)'\n' or (byte)' ' or (byte)'\t' || rest.StartsWith("--"u8);

    private static ReadOnlyMemory<byte> WithoutLineEnd(ReadOnlyMemory<byte> part) =>
        part.Span.EndsWith("\r\n"u8) ? part[..^2] : part.Span.EndsWith("\n"u8) ? part[..^1] : part;
}
