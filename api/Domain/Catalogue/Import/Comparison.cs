namespace SecurityTracker.Domain.Catalogue.Import;

/// <summary>A misreading at a place of a text, with some words around it as the edition prints them.</summary>
internal sealed record Noise(Misreading Misreading, string Around);

/// <summary>How a stretch of a document compares with an edition's text.</summary>
/// <param name="Equal">The same words, once layout and known misreadings are taken away.</param>
/// <param name="Noise">The misreadings that were taken away, each to be named in a warning.</param>
/// <param name="Interposed">Whole lines that stand in the midst of the text and are no part of it, each to be reported as unread.</param>
internal sealed record Comparison(bool Equal, IReadOnlyList<Noise> Noise, IReadOnlyList<Stretch> Interposed)
{
    private const int MostEdits = 60;
    private const int WordsAround = 6;

    /// <summary>Word for word.</summary>
    public static Comparison Same { get; } = new(Equal: true, [], []);

    /// <summary>Other words.</summary>
    public static Comparison Different { get; } = new(Equal: false, [], []);

    /// <summary>Compares a stretch of a passage with an edition's text.</summary>
    public static Comparison Of(Passage passage, Stretch at, Entry entry)
    {
        var lines = Lines(passage, at);
        if (Interpositions(passage, lines, entry.Key) is { } interposed)
        {
            return interposed.Count == 0 ? Same : Same with { Interposed = interposed };
        }

        return Explained(passage, at, entry);
    }

    private static List<Stretch> Lines(Passage passage, Stretch at)
    {
        var lines = new List<Stretch>();
        var from = at.From;
        for (var i = at.From + 1; i <= at.To; i++)
        {
            if (i == at.To || passage.StartsLine(i))
            {
                lines.Add(new(from, i));
                from = i;
            }
        }

        return lines;
    }

    /// <summary>
    /// The stamps that must be left out so that the rest is the text; null when that cannot be.
    /// </summary>
    private static List<Stretch>? Interpositions(Passage passage, List<Stretch> lines, string text)
    {
        var skipped = new List<Stretch>();
        var at = 0;
        foreach (var line in lines)
        {
            var length = line.To - line.From;
            if (string.CompareOrdinal(passage.Key, line.From, text, at, length) == 0 && at + length <= text.Length)
            {
                at += length;
            }
            else if (Stamps.Are(passage.Key.AsSpan(line.From, length)))
            {
                skipped.Add(line);
            }
            else
            {
                return null;
            }
        }

        return at == text.Length ? skipped : null;
    }

    private static Comparison Explained(Passage passage, Stretch at, Entry entry)
    {
        var read = passage.Key[at.From..at.To];
        var edits = TextDiff.Edits(entry.Key, read);
        var noise = new List<Noise>();
        foreach (var edit in edits.Count <= MostEdits ? edits : [])
        {
            if (IsLostBullet(edit, entry.Key, passage, at.From))
            {
                continue;
            }

            if ((ExtractionNoise.Explaining(edit, entry.Key, read) ?? LostCircle(edit, entry.Key, passage, at.From)) is not { } misreading)
            {
                return Different;
            }

            noise.Add(new(misreading, entry.Key[Math.Max(0, edit.From - WordsAround)..Math.Min(entry.Key.Length, edit.FromEnd + WordsAround)]));
        }

        return edits.Count is > 0 and <= MostEdits ? new(Equal: true, noise, []) : Different;
    }

    /// <summary>① that a text layer gives as 1, where a statement begins.</summary>
    private static Misreading? LostCircle(Edit edit, string text, Passage passage, int from)
    {
        if (edit.FromEnd != edit.From + 1 || text[edit.From] is not (>= '①' and <= '⑳'))
        {
            return null;
        }

        var digits = (text[edit.From] - '①' + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var begins = passage.StartsLine(from + edit.To) || (edit.To > 0 && passage.Key[from + edit.To - 1] == '。');
        return begins && passage.Key.AsSpan(from + edit.To, edit.ToEnd - edit.To).SequenceEqual(digits) ? new(text[edit.From].ToString(), digits, "the circle is lost") : null;
    }

    /// <summary>A ・ that a conversion has turned into a list bullet of its own at the start of the line.</summary>
    private static bool IsLostBullet(Edit edit, string text, Passage passage, int from) =>
        edit.ToEnd == edit.To && edit.FromEnd == edit.From + 1 && text[edit.From] == '・' && passage.StartsLine(from + edit.To);
}
