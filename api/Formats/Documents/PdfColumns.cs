namespace SecurityTracker.Formats.Documents;

/// <summary>
/// The three columns of a table, found from its heading (項目, 確認事項, 実施状況 or 項目, 実施状況, 理由等) and from where the lines
/// below it begin. Where a column begins is not written in a PDF: a cell's text is at the left, its heading in the middle.
/// </summary>
/// <param name="Second">The first abscissa of the second column.</param>
/// <param name="Third">The first abscissa of the third column.</param>
internal sealed record PdfColumns(double Second, double Third)
{
    /// <summary>The heading of the column of labels.</summary>
    public const string Item = "項目";

    // An opening bracket at the start of a line loses its empty half, and then begins that much to the left of its column.
    private const double Bracket = 8;
    private const double Indent = 32;
    private const string Status = "実施状況";

    // A page has fewer lines, and a line of a table fewer pieces: in a file that has more, the rest says nothing of its columns.
    private const int MostLines = 200;
    private const int MostPieces = 500;

    /// <summary>The columns that a line of a page is the heading of, or null.</summary>
    public static PdfColumns? Of(List<List<PdfPiece>> page, int at)
    {
        var words = WordsOf(page[at]);
        if (words.Count != 3 || words[0].Text is not Item || !words.Exists(word => word.Text is Status))
        {
            return null;
        }

        var below = page.GetRange(at + 1, Math.Min(MostLines, page.Count - at - 1));
        return words[2].Text is Status
            ? new(LeftEdge(below, words[0].X + 1, words[1].X + words[1].Width) ?? words[1].X, words[2].X - 12)
            : new(words[1].X - 12, LeftEdge(below, words[1].X + words[1].Width, double.MaxValue) ?? words[2].X);
    }

    /// <summary>A line's text by column, or null for a line across the columns.</summary>
    public IReadOnlyList<string>? Cells(List<PdfPiece> line)
    {
        var cells = new List<PdfPiece>[] { [], [], [] };
        foreach (var piece in line)
        {
            var column = piece.X < Second ? 0 : piece.X < Third ? 1 : 2;
            if (column < 2 && piece.Text is not " " && piece.X + piece.Width > (column == 0 ? Second : Third) + Bracket)
            {
                return null;
            }

            cells[column].Add(piece);
        }

        return [.. cells.Select(PdfLayout.TextOf)];
    }

    // A text column is full of lines that begin at its left edge, or a few characters in from it.
    private static double? LeftEdge(List<List<PdfPiece>> lines, double from, double to)
    {
        var starts = lines.SelectMany(WordsOf).Select(word => word.X).Where(x => x > from && x < to).ToList();
        if (starts.Count == 0)
        {
            return null;
        }

        var most = starts.GroupBy(Math.Round).MaxBy(group => group.Count())!.Key;
        return starts.Where(x => x > most - Indent).Min() - Bracket;
    }

    private static List<PdfPiece> WordsOf(List<PdfPiece> line)
    {
        var words = new List<PdfPiece>();
        foreach (var piece in line.Take(MostPieces).Where(piece => !string.IsNullOrWhiteSpace(piece.Text)))
        {
            if (words.Count > 0 && piece.X - (words[^1].X + words[^1].Width) < 6)
            {
                words[^1] = words[^1] with { Text = words[^1].Text + piece.Text.Trim(), Width = piece.X + piece.Width - words[^1].X };
            }
            else
            {
                words.Add(piece with { Text = piece.Text.Trim() });
            }
        }

        return words;
    }
}
