using System.Globalization;
using System.Text;

namespace SecurityTracker.Formats.Mails;

/// <summary>A value with parameters, such as Content-Type; names of files in each of the ways that mail programs write them.</summary>
/// <param name="Value">In lower case: <c>multipart/mixed</c>.</param>
internal sealed record MimeParameters(string Value, IReadOnlyDictionary<string, string> Raw)
{
    private const int MostParts = 50;

    /// <summary>Reads a header's value; an absent one has no value and no parameters.</summary>
    public static MimeParameters Read(string? header)
    {
        var parts = Split(header ?? "");
        var raw = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in parts.Skip(1))
        {
            if (part.IndexOf('=', StringComparison.Ordinal) is var equals and > 0)
            {
                raw.TryAdd(part[..equals].Trim(), Unquoted(part[(equals + 1)..].Trim()));
            }
        }

        return new(parts[0].Trim().ToLowerInvariant(), raw);
    }

    /// <summary>A parameter's text: RFC 2231 in one part or several, RFC 2047, or bytes as they are; null where there is none.</summary>
    public string? Text(string name)
    {
        if (Raw.TryGetValue(name + "*", out var whole))
        {
            return Extended([(whole, true)]);
        }

        var parts = new List<(string Text, bool Escaped)>();
        while (parts.Count < MostParts)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{name}*{parts.Count}");
            if (Raw.TryGetValue(key + "*", out var escaped))
            {
                parts.Add((escaped, true));
            }
            else if (Raw.TryGetValue(key, out var plain))
            {
                parts.Add((plain, false));
            }
            else
            {
                break;
            }
        }

        return parts.Count > 0 ? Extended(parts) : Raw.TryGetValue(name, out var value) ? EncodedWords.Decode(value) : null;
    }

    private static string Extended(List<(string Text, bool Escaped)> parts)
    {
        string? charset = null;
        if (parts[0].Escaped && parts[0].Text.Split('\'', 3) is [var named, _, var rest])
        {
            (charset, parts[0]) = (named, (rest, true));
        }

        var bytes = new List<byte>();
        foreach (var (text, escaped) in parts)
        {
            // %41 is =41 of quoted-printable, once what it takes for its own sign is told apart.
            bytes.AddRange(escaped
                ? TransferEncodings.QuotedPrintable(Encoding.Latin1.GetBytes(text.Replace("=", "%3D", StringComparison.Ordinal).Replace('%', '=')))
                : Encoding.Latin1.GetBytes(text));
        }

        return Charsets.Decode([.. bytes], charset);
    }

    private static List<string> Split(string header)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < header.Length; at++)
        {
            var c = header[at];
            if (c == ';' && !quoted)
            {
                parts.Add(part.ToString());
                part.Clear();
                continue;
            }

            quoted ^= c == '"';
            part.Append(c);
            if (c == '\\' && quoted && at + 1 < header.Length)
            {
                part.Append(header[++at]);
            }
        }

        parts.Add(part.ToString());
        return parts;
    }

    private static string Unquoted(string text)
    {
        if (text.Length < 2 || text[0] != '"' || text[^1] != '"')
        {
            return text;
        }

        var plain = new StringBuilder();
        for (var at = 1; at < text.Length - 1; at++)
        {
            at += text[at] == '\\' && at + 2 < text.Length ? 1 : 0;
            plain.Append(text[at]);
        }

        return plain.ToString();
    }
}
