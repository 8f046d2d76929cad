using System.Text;

namespace SecurityTracker.Formats.Mails;

/// <summary>The addresses of a header, with their names.</summary>
internal static class Mailboxes
{
    private const int Most = 200;

    /// <summary>Reads <c>name &lt;a@b&gt;, c@d (name)</c>; what holds no @ is left out.</summary>
    /// <param name="header">The value, byte by byte as Latin-1.</param>
    public static IReadOnlyList<Mailbox> Read(string? header) =>
        [.. Split(header ?? "").Select(One).OfType<Mailbox>().Take(Most)];

    /// <summary>Message-ids in angle brackets, without them.</summary>
    public static IReadOnlyList<string> MessageIds(string? header) =>
        [.. (header ?? "").Split(['<', '>', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Where(id => id.Contains('@', StringComparison.Ordinal) && id.Length <= 998).Take(Most)];

    /// <summary>The first message-id, or null.</summary>
    public static string? MessageId(string? header) => MessageIds(header) is [var first, ..] ? first : null;

    private static Mailbox? One(string text)
    {
        var (open, close) = (text.LastIndexOf('<'), text.LastIndexOf('>'));
        if (open >= 0 && close > open)
        {
            return Of(text[(open + 1)..close], text[..open]);
        }

        open = text.IndexOf('(', StringComparison.Ordinal);
        return open < 0 ? Of(text, name: "") : Of(text[..open], text[(open + 1)..].TrimEnd(' ', ')'));
    }

    private static Mailbox? Of(string address, string name)
    {
        var trimmed = address.Trim();
        var called = EncodedWords.Decode((name.Trim() is ['"', .. var quoted, '"'] ? quoted : name.Trim().Trim('"')).Replace("\\\"", "\"", StringComparison.Ordinal)).Trim();
        return trimmed.Contains('@', StringComparison.Ordinal) && trimmed.Length <= 320 ? new(Charsets.FromLatin1(trimmed), called.Length == 0 ? null : called) : null;
    }

    private static List<string> Split(string header)
    {
        var found = new List<string>();
        var part = new StringBuilder();
        var (quoted, depth) = (false, 0);
        for (var at = 0; at < header.Length; at++)
        {
            var c = header[at];
            quoted ^= c == '"' && (at == 0 || header[at - 1] != '\\');
            depth += quoted ? 0 : c is '(' or '<' ? 1 : c is ')' or '>' ? -1 : 0;
            if (c is ',' or ';' && !quoted && depth <= 0)
            {
                found.Add(part.ToString());
                part.Clear();
            }
            else if (c == ':' && !quoted && depth <= 0)
            {
                // The name of a group.
                part.Clear();
            }
            else
            {
                part.Append(c);
            }
        }

        found.Add(part.ToString());
        return found;
    }
}
