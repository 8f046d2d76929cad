namespace SecurityTracker.Domain.Catalogue.Import;

/// <summary>A label that was taken out of a passage: the number, and where the text after it begins.</summary>
internal sealed record LabelMark(int Position, int Number);

/// <summary>A 【】 heading that was taken out of a passage, and where it stood.</summary>
internal sealed record HeadingMark(int Position, string Printed);

/// <summary>The requirements, or the form's rows, as one running text with their labels taken out of it.</summary>
/// <param name="tender">The document.</param>
/// <param name="places">Where each character of the text stands in the document's key.</param>
/// <param name="labels">In the order of the document.</param>
/// <param name="headings">In the order of the document.</param>
internal sealed class Passage(TenderText tender, IReadOnlyList<int> places, IReadOnlyList<LabelMark> labels, IReadOnlyList<HeadingMark> headings)
{
    /// <summary>The running text.</summary>
    public string Key { get; } = string.Create(places.Count, (tender, places), static (span, s) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = s.tender.Key[s.places[i]];
        }
    });

    /// <summary>The labels.</summary>
    public IReadOnlyList<LabelMark> Labels => labels;

    /// <summary>The headings.</summary>
    public IReadOnlyList<HeadingMark> Headings => headings;

    /// <summary>Whether a line begins here, or something was taken out just before.</summary>
    public bool StartsLine(int index) =>
        index <= 0 || index >= places.Count || tender.StartsLine(places[index]) || places[index] != places[index - 1] + 1;

    /// <summary>Offset in the document.</summary>
    public int Origin(int index) => index < places.Count ? tender.Origin(places[index]) : places.Count == 0 ? 0 : tender.Origin(places[^1] + 1);

    /// <summary>Offset in the document after the character before <paramref name="index"/>.</summary>
    public int OriginEnd(int index) => index == 0 ? Origin(0) : tender.Origin(places[index - 1] + 1);

    /// <summary>Where the additions end with which what follows the annex begins at this place.</summary>
    public int AdditionsEnd(int index)
    {
        var end = Following.AdditionsEnd(tender, places[index], places[^1] + 1);
        while (index < places.Count && places[index] < end)
        {
            index++;
        }

        return index;
    }

    /// <summary>No text, of the same document.</summary>
    public Passage Empty() => new(tender, [], [], []);

    /// <summary>A stretch as printed.</summary>
    public string Printed(int from, int to) => tender.Printed([.. places.Skip(from).Take(to - from)]);
}
