namespace SecurityTracker.Domain.Catalogue.Import;

/// <summary>One text of an edition that a passage is held against: a requirement, or a row of the form.</summary>
internal sealed record Entry(int Number, string Text, string Key);

/// <summary>A stretch of a passage that was read as one text.</summary>
/// <param name="Number">Its printed number; the entry's where the label is lost.</param>
/// <param name="From">Where it begins in the passage.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Entry">The edition's text that it answers to, or null when it is new.</param>
/// <param name="Comparison">How it compares with that text; null when it is new.</param>
/// <param name="IsAlike">Its words are the entry's for the greater part, not its number alone.</param>
internal sealed record Piece(int Number, int From, int To, Entry? Entry, Comparison? Comparison, bool IsAlike)
{
    /// <summary>The edition's words, to the character.</summary>
    public bool IsEqual => Comparison is { Equal: true };
}

/// <summary>A passage laid against one edition.</summary>
/// <param name="Pieces">In the order of the document.</param>
/// <param name="Missing">The edition's texts that were not found.</param>
/// <param name="Unread">Stretches that belong to no piece.</param>
internal sealed record Alignment(IReadOnlyList<Piece> Pieces, IReadOnlyList<Entry> Missing, IReadOnlyList<Stretch> Unread)
{
    /// <summary>Something was read that makes no sense: the document went through text recognition.</summary>
    public bool IsMisread => Pieces.Any(p => p.Comparison?.Noise.Any(n => !n.Misreading.IsOtherWords) == true);

    /// <summary>The same for a document that shows no sign of text recognition: other words are other words in it.</summary>
    public Alignment WithoutMisreadWords() => this with
    {
        Pieces = [.. Pieces.Select(p => p.Comparison?.Noise.Any(n => n.Misreading.IsOtherWords) == true ? p with { Comparison = Comparison.Different } : p)],
    };

    /// <summary>The more of the edition's words are found and the less is left over, the higher.</summary>
    public int Score => Pieces.Sum(p => p is { IsEqual: true, Entry: { } entry } ? entry.Key.Length : 0) - Unread.Sum(u => u.To - u.From)
        - Pieces.Sum(p => p.IsEqual ? 0 : Math.Abs((p.Entry?.Key.Length ?? 0) - (p.To - p.From)));
}

/// <summary>
/// Lays a passage against an edition's texts. What stands there word for word is found wherever it stands, whatever happened to
/// labels, order and lines; only what lies between is then cut at the labels and compared.
/// </summary>
internal sealed class Aligner
{
    private const double Alike = 0.5;
    private const int MostLabels = 120;

    private readonly Passage passage;
    private readonly List<Entry> open;
    private readonly List<Piece> pieces = [];
    private readonly List<Stretch> unread = [];
    private readonly bool otherTextMayFollow;

    private Aligner(Passage passage, IReadOnlyList<Entry> entries, bool otherTextMayFollow) =>
        (this.passage, open, this.otherTextMayFollow) = (passage, [.. entries], otherTextMayFollow);

    /// <summary>The best reading of a passage as these texts.</summary>
    /// <param name="passage">The running text.</param>
    /// <param name="entries">The edition's texts.</param>
    /// <param name="otherTextMayFollow">No form closes the annex, so that what follows the last text may be something else of the document.</param>
    public static Alignment Align(Passage passage, IReadOnlyList<Entry> entries, bool otherTextMayFollow)
    {
        var aligner = new Aligner(passage, entries, otherTextMayFollow);
        aligner.ReadGaps(aligner.PlaceExactTexts());
        return new([.. aligner.pieces.OrderBy(p => p.From)], [.. aligner.open.OrderBy(e => e.Number)], aligner.unread);
    }

    private List<(Stretch At, Entry Entry)> PlaceExactTexts()
    {
        var placed = new List<(Stretch At, Entry Entry)>();
        foreach (var entry in open.OrderByDescending(e => e.Key.Length).ThenBy(e => e.Number).ToList())
        {
            for (var at = passage.Key.IndexOf(entry.Key, StringComparison.Ordinal); at >= 0;)
            {
                var here = new Stretch(at, at + entry.Key.Length);
                if (!placed.Exists(p => p.At.From < here.To && here.From < p.At.To))
                {
                    placed.Add((here, entry));
                    open.Remove(entry);
                    break;
                }

                at = passage.Key.IndexOf(entry.Key, at + 1, StringComparison.Ordinal);
            }
        }

        return [.. placed.OrderBy(p => p.At.From)];
    }

    private void ReadGaps(List<(Stretch At, Entry Entry)> placed)
    {
        var gaps = new List<(Stretch At, int? Number)>();
        var labels = passage.Labels.Take(MostLabels).ToList();
        var at = 0;
        foreach (var (here, entry) in placed)
        {
            gaps.AddRange(Segments(new(at, here.From), labels));
            pieces.Add(new(PrintedNumber(here, entry, labels), here.From, here.To, entry, Comparison.Same, IsAlike: true));
            at = here.To;
        }

        gaps.AddRange(Segments(new(at, passage.Key.Length), labels));
        Assign(gaps);
    }

    /// <summary>A gap cut at the labels in it; a label repeated on the next page goes on with the same text.</summary>
    private static IEnumerable<(Stretch At, int? Number)> Segments(Stretch gap, List<LabelMark> labels)
    {
        var inside = labels.Where(l => l.Position >= gap.From && l.Position < gap.To).ToList();
        var (from, number) = (gap.From, (int?)null);
        foreach (var label in inside)
        {
            if (label.Number == number)
            {
                continue;
            }

            if (label.Position > from)
            {
                yield return (new(from, label.Position), number);
            }

            (from, number) = (label.Position, label.Number);
        }

        if (gap.To > from)
        {
            yield return (new(from, gap.To), number);
        }
    }

    private static int PrintedNumber(Stretch here, Entry entry, List<LabelMark> labels)
    {
        var own = labels.Where(l => l.Position == here.From).ToList();
        return own.Count == 0 || own.Exists(l => l.Number == entry.Number) ? entry.Number : own[^1].Number;
    }

    /// <summary>Each stretch goes to the open text of its number if alike, then to any that is alike, then to that of its number; what is left is new.</summary>
    private void Assign(List<(Stretch At, int? Number)> gaps)
    {
        Take(gaps, alike: true, (g, key) => open.Find(e => e.Number == g.Number && TextDiff.Similarity(e.Key, key) >= Alike));
        Take(gaps, alike: true, (_, key) => open.Select(e => (Entry: e, Likeness: TextDiff.Similarity(e.Key, key))).Where(c => c.Likeness >= Alike)
            .OrderByDescending(c => c.Likeness).Select(c => c.Entry).FirstOrDefault());
        Take(gaps, alike: false, (g, _) => open.Find(e => e.Number == g.Number));
        foreach (var (at, number) in gaps)
        {
            if (number is not null && pieces.FindIndex(p => p.From == at.To && p.Entry?.Number == number) is >= 0 and var next)
            {
                // Words between the label and a text that is whole: an addition at its beginning.
                Extend(next, at.From, pieces[next].To);
            }
            else if (number is null || (otherTextMayFollow && at.To == passage.Key.Length && number <= pieces.Max(p => (int?)p.Number)))
            {
                Leftover(at);
            }
            else
            {
                pieces.Add(new(number.Value, at.From, at.To, Entry: null, Comparison: null, IsAlike: false));
            }
        }
    }

    private void Take(List<(Stretch At, int? Number)> gaps, bool alike, Func<(Stretch At, int? Number), string, Entry?> find)
    {
        foreach (var gap in gaps.ToList())
        {
            if (open.Count > 0 && find(gap, passage.Key[gap.At.From..gap.At.To]) is { } entry)
            {
                pieces.Add(new(gap.Number ?? entry.Number, gap.At.From, gap.At.To, entry, Comparison.Of(passage, gap.At, entry), alike));
                open.Remove(entry);
                gaps.Remove(gap);
            }
        }
    }

    /// <summary>
    /// Text without a label after a text that is whole is an addition to that text; a stamp, and what may be something else of the
    /// document, are only reported.
    /// </summary>
    private void Leftover(Stretch at)
    {
        var before = pieces.FindIndex(p => p.To == at.From);
        var end = before < 0 ? at.From
            : otherTextMayFollow && at.To == passage.Key.Length ? passage.AdditionsEnd(at.From)
            : !passage.StartsLine(at.From) || !Stamps.Are(passage.Key.AsSpan(at.From, at.To - at.From)) ? at.To
            : at.From;
        if (end > at.From)
        {
            Extend(before, pieces[before].From, end);
        }

        if (end < at.To)
        {
            unread.Add(new(end, at.To));
        }
    }

    private void Extend(int index, int from, int to)
    {
        var piece = pieces[index] with { From = from, To = to };
        pieces[index] = piece with { Comparison = piece.Entry is null ? null : Comparison.Of(passage, new(from, to), piece.Entry) };
    }
}
