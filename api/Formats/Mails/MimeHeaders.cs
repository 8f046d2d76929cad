using System.Text;

namespace SecurityTracker.Formats.Mails;

/// <summary>One header field, byte by byte as Latin-1.</summary>
/// <param name="Name">As written.</param>
/// <param name="Raw">Name, colon, value and folds, without the last line end: what DKIM signs.</param>
internal sealed record HeaderField(string Name, string Raw)
{
    /// <summary>The value on one line.</summary>
    public string Value { get; } = Raw[(Raw.IndexOf(':', StringComparison.Ordinal) + 1)..].Replace("\r\n", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Replace('\t', ' ').Trim();
}

/// <summary>The header of a mail or of a part of one.</summary>
/// <param name="Fields">From top to bottom.</param>
/// <param name="BodyStart">Where the body begins.</param>
internal sealed record MimeHeaders(IReadOnlyList<HeaderField> Fields, int BodyStart)
{
    private const int MostBytes = 256 * 1024;
    private const int MostFields = 1000;

    /// <summary>Reads a header up to its empty line; null where it is too large.</summary>
    public static MimeHeaders? Read(ReadOnlySpan<byte> bytes)
    {
        var fields = new List<HeaderField>();
        var field = new StringBuilder();
        var at = 0;
        while (at < bytes.Length)
        {
            var end = bytes[at..].IndexOf((byte)'\n') is var found and >= 0 ? at + found + 1 : bytes.Length;
            if (end > MostBytes || fields.Count > MostFields)
            {
                return null;
            }

            var line = Encoding.Latin1.GetString(bytes[at..end]);

            at = end;
            if (line is "\n" or "\r\n")
            {
                break;
            }

            if (!char.IsWhiteSpace(line[0]))
            {
                Add(fields, field);
            }

            field.Append(line);
        }

        Add(fields, field);
        return new(fields, at);
    }

    /// <summary>The value of the first field of a name, or null.</summary>
    public string? First(string name) => Fields.FirstOrDefault(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;

    /// <summary>The text of the first field of a name, or the empty one.</summary>
    public string Text(string name) => First(name) is { } value ? EncodedWords.Decode(value) : "";

    private static void Add(List<HeaderField> fields, StringBuilder field)
    {
        var raw = field.ToString().TrimEnd('\r', '\n');
        field.Clear();
        if (raw.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && raw.AsSpan(0, colon).TrimEnd() is var name && !name.ContainsAny(' ', '\t'))
        {
            fields.Add(new(name.ToString(), raw));
        }
    }
}
