namespace SecurityTracker.Domain.Reports;

/// <summary>
/// Cuts the text of a long row between paragraphs. A word processor cannot show the label of a row again on the next page, and
/// a spreadsheet cannot make a row taller than half a page: both print such a row in slices, each with the label beside it.
/// </summary>
public static class RowSlices
{
    /// <summary>What is added to the label from the second slice on.</summary>
    public const string Continued = "（続き）";

    /// <summary>
    /// The slices, in order; joined by line feeds they are the text again. A row of at most <paramref name="whole"/> lines stays in one.
    /// </summary>
    /// <param name="text">Paragraphs divided by line feeds.</param>
    /// <param name="width">Full-width characters in a line.</param>
    /// <param name="whole">The most lines that are kept together.</param>
    public static IReadOnlyList<string> Of(string text, int width, int whole)
    {
        if (LinesOf(text, width) <= whole)
        {
            return [text];
        }

        var slices = new List<string>();
        var slice = new List<string>();
        var lines = 0;
        foreach (var paragraph in text.Split('\n'))
        {
            var more = LinesOf(paragraph, width);
            if (slice.Count > 0 && lines + more > whole / 2)
            {
                slices.Add(string.Join('\n', slice));
                slice.Clear();
                lines = 0;
            }

            slice.Add(paragraph);
            lines += more;
        }

        slices.Add(string.Join('\n', slice));
        return slices;
    }

    /// <summary>How many lines the text takes at that width; ASCII counts half.</summary>
    public static int LinesOf(string text, int width) =>
        text.Split('\n').Sum(paragraph => Math.Max(1, (HalfWidths(paragraph) + 2 * width - 1) / (2 * width)));

    private static int HalfWidths(string paragraph) => paragraph.Sum(c => char.IsAscii(c) || char.IsSurrogate(c) ? 1 : 2);
}
