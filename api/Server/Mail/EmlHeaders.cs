using System.Globalization;
using System.Text;

namespace SecurityTracker.Server.Mail;

/// <summary>The header lines of a mail: folded, in ASCII, with other scripts as RFC 2047 and RFC 2231 have them.</summary>
internal sealed class EmlHeaders
{
    /// <summary>What fits into one encoded word, in bytes of UTF-8, so that a line with it and a header's name stays under 76 characters.</summary>
    private const int BytesInWord = 39;

    /// <summary>What fits into one part of a parameter, in bytes of UTF-8 that each take three characters.</summary>
    private const int BytesInPart = 18;

    private readonly StringBuilder lines = new();

    /// <summary>All lines, without the empty one that ends them.</summary>
    public override string ToString() => lines.ToString();

    /// <summary>A line of ASCII that the program itself wrote.</summary>
    public EmlHeaders Add(string name, string value)
    {
        lines.Append(name).Append(": ").Append(value).Append("\r\n");
        return this;
    }

    /// <summary>A line of free text.</summary>
    public EmlHeaders AddText(string name, string text) => Add(name, Encoded(text));

    /// <summary>A line of addresses, one on each physical line; none for nobody.</summary>
    public EmlHeaders AddMailboxes(string name, IReadOnlyList<Mailbox> mailboxes) =>
        mailboxes.Count == 0 ? this : Add(name, string.Join(",\r\n ", mailboxes.Select(Written)));

    /// <summary>The parameter of a file's name: <c>name*0*=utf-8''…</c>, in as many parts as it takes (RFC 2231).</summary>
    public static string Parameter(string name, string value)
    {
        if (IsPlain(value) && !value.AsSpan().ContainsAny('"', '\\') && value.Length < 60)
        {
            return $";\r\n {name}=\"{value}\"";
        }

        var parameter = new StringBuilder();
        foreach (var (part, index) in Parts(value, BytesInPart).Select((part, index) => (part, index)))
        {
            parameter.Append(CultureInfo.InvariantCulture, $";\r\n {name}*{index}*={(index == 0 ? "utf-8''" : "")}").Append(Percent(part));
        }

        return parameter.ToString();
    }

    /// <summary>Text as it stands, or as encoded words of UTF-8.</summary>
    public static string Encoded(string text)
    {
        var line = OneLine(text);
        return IsPlain(line) && line.Length < 60 && !line.Contains("=?", StringComparison.Ordinal)
            ? line
            : Words(line);
    }

    private static string Written(Mailbox mailbox)
    {
        if (!Mailbox.IsAddress(mailbox.Address))
        {
            throw new ArgumentException("Not an address", nameof(mailbox));
        }

        return string.IsNullOrWhiteSpace(mailbox.Name) ? mailbox.Address
            : IsAtoms(mailbox.Name) ? $"{mailbox.Name} <{mailbox.Address}>"
            // A name with commas, dots or quotes would need quoting; encoded words need none.
            : $"{Words(OneLine(mailbox.Name))}\r\n <{mailbox.Address}>";
    }

    private static string Words(string line) =>
        string.Join("\r\n ", Parts(line, BytesInWord).Select(part => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(part))}?="));

    private static bool IsAtoms(string text) => text.Length < 60 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '_');

    private static bool IsPlain(string text) => text.All(c => c is >= ' ' and <= '~');

    private static string OneLine(string text) => string.Concat(text.ReplaceLineEndings(" ").Select(c => char.IsControl(c) ? ' ' : c));

    private static IEnumerable<string> Parts(string text, int bytes)
    {
        var part = new StringBuilder();
        var left = bytes;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Utf8SequenceLength > left)
            {
                yield return part.ToString();
                part.Clear();
                left = bytes;
            }

            part.Append(rune);
            left -= rune.Utf8SequenceLength;
        }

        yield return part.ToString();
    }

    private static string Percent(string text)
    {
        var escaped = new StringBuilder();
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)value) || value is (byte)'.' or (byte)'-' or (byte)'_')
            {
                escaped.Append((char)value);
            }
            else
            {
                escaped.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
            }
        }

        return escaped.ToString();
    }
}
