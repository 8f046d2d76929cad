using System.Text;

namespace SecurityTracker.Domain.Catalogue.Import;

/// <summary>A whole document reduced for matching, with where each character stood and where lines and cells begin.</summary>
internal sealed class TenderText
{
    private readonly string raw;
    private readonly string cleaned;
    private readonly MatchText match;
    private readonly bool[] startsLine;

    private TenderText(string raw, string cleaned)
    {
        (this.raw, this.cleaned) = (raw, cleaned);
        match = MatchText.Of(cleaned);
        startsLine = new bool[match.Key.Length + 1];
        var at = 0;
        for (var i = 0; i <= match.Key.Length; i++)
        {
            var origin = match.Origin(i);
            startsLine[i] = i == 0 || cleaned.AsSpan(at, origin - at).Contains('\n');
            at = origin;
        }
    }

    /// <summary>The reduced text.</summary>
    public string Key => match.Key;

    /// <summary>Reads a document.</summary>
    public static TenderText Of(string raw) => new(raw, PageLayout.Blank(raw));

    /// <summary>Offset in the document.</summary>
    public int Origin(int index) => match.Origin(index);

    /// <summary>Whether a line or table cell begins here (or the one before ends here).</summary>
    public bool StartsLine(int index) => index >= Key.Length || startsLine[index];

    /// <summary>Whether the key goes on with these words here.</summary>
    public bool HasAt(int index, string words) => index >= 0 && string.CompareOrdinal(Key, index, words, 0, words.Length) == 0;

    /// <summary>A stretch line by line (table cells are lines).</summary>
    public IEnumerable<Stretch> Lines(int from, int to)
    {
        var start = from;
        for (var at = from + 1; at <= to; at++)
        {
            if (at == to || StartsLine(at))
            {
                yield return new(start, at);
                start = at;
            }
        }
    }

    /// <summary>Whether white space alone, and no end of a line, stands in the document before this place: a cell or a field of the same line.</summary>
    public bool IsFieldOfLine(int at) =>
        at > 0 && raw.AsSpan(Origin(at - 1), Origin(at) - Origin(at - 1)) is var gap && gap.Length > 1 && !gap.ContainsAny('\n', '\r', '\f');

    /// <summary>Every place where the words stand in a stretch.</summary>
    public IEnumerable<int> Occurrences(string words, int from, int to)
    {
        for (var at = IndexOf(words, from, to); at >= 0; at = IndexOf(words, at + 1, to))
        {
            yield return at;
        }
    }

    /// <summary>The first place of the words in a stretch, or -1.</summary>
    public int IndexOf(string words, int from, int to) =>
        from >= to ? -1 : Key.IndexOf(words, from, Math.Min(to, Key.Length) - from, StringComparison.Ordinal);

    /// <summary>The words as printed, on one line or divided into paragraphs, without layout breaks and without the spacing of an extraction.</summary>
    public string Printed(int from, int to) => Printed([.. Enumerable.Range(from, Math.Max(0, to - from))]);

    /// <summary>The same for a text whose labels were taken out: the places of its characters, in order.</summary>
    public string Printed(IReadOnlyList<int> places)
    {
        var text = new StringBuilder(places.Count);
        for (var i = 0; i < places.Count; i++)
        {
            var (from, to) = (match.Origin(places[i]), match.Origin(places[i] + 1));
            if (i > 0)
            {
                AppendGap(text, places[i - 1], places[i]);
            }

            foreach (var c in cleaned.AsSpan(from, to - from))
            {
                if (!char.IsWhiteSpace(c))
                {
                    text.Append(c);
                }
            }
        }

        return KanjiForms.Read(text.ToString());
    }

    /// <summary>A new paragraph, a space between two Latin words, or nothing.</summary>
    private void AppendGap(StringBuilder text, int before, int here)
    {
        if (StartsLine(here) && Key[before] is '。' or '】' && BeginsParagraph(here))
        {
            text.Append('\n');
        }
        else if (match.Origin(before) is var end && match.Origin(here) - end > 1 && char.IsWhiteSpace(cleaned[match.Origin(here) - 1])
            && char.IsAscii(Key[before]) && char.IsAscii(Key[here]) && (char.IsAsciiLetter(Key[before]) || char.IsAsciiLetter(Key[here])))
        {
            text.Append(' ');
        }
    }

    /// <summary>The words of a line as white space divides them.</summary>
    public IReadOnlyList<string> Words(int from, int to) =>
        KanjiForms.Read(cleaned[match.Origin(from)..match.Origin(to)]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private bool BeginsParagraph(int at) =>
        Key[at] is (>= '①' and <= '⑳') or '(' or '・' or '※' || char.IsAsciiDigit(Key[at]) || HasAt(at, "なお、") || HasAt(at, "また、") || HasAt(at, "ただし、");
}
