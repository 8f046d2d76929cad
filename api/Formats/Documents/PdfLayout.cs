using System.Text;
using System.Text.RegularExpressions;
using SecurityTracker.Domain.Reports;

namespace SecurityTracker.Formats.Documents;

/// <summary>
/// Puts the pieces of a PDF's pages back into lines and, between the heading of a three-column table and its end, into cells.
/// A PDF has no paragraphs: a cell's lines are joined without a break, and a blank stands only where there was one.
/// </summary>
internal static partial class PdfLayout
{
    private const double SameLine = 3;

    public static ReadDocument Of(IReadOnlyList<IReadOnlyList<PdfPiece>> pages)
    {
        var blocks = new List<ReadBlock>();
        PdfColumns? columns = null;
        for (var page = 0; page < pages.Count; page++)
        {
            var lines = WithoutPageNumber(LinesOf(pages[page]));
            var place = $"{page + 1}ページ";
            foreach (var line in lines)
            {
                columns = PdfColumns.Of(line, lines) ?? (TextOf(line) is FormWords.Notes or FormWords.ReasonSheet ? null : columns);
                blocks.Add(columns?.Cells(line) is { } cells
                    ? new(cells, InTable: true, place)
                    : new([TextOf(line)], InTable: false, place));
            }
        }

        JoinTornNumbers(blocks);
        return new(blocks, LinesAreLayout: true);
    }

    // A narrow first column breaks a label in the midst of its number: 事項１ / ２）. The rest goes back to where the number begins.
    private static void JoinTornNumbers(List<ReadBlock> blocks)
    {
        int? torn = null;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (!blocks[i].InTable || blocks[i].Cells[0] is not { Length: > 0 } label || label is PdfColumns.Item)
            {
                continue;
            }

            if (torn is { } at && RestOfNumber().Match(label) is { Success: true, Length: var length })
            {
                blocks[at] = WithLabel(blocks[at], blocks[at].Cells[0] + label[..length]);
                blocks[i] = WithLabel(blocks[i], label[length..]);
            }

            torn = char.IsDigit(blocks[i].Cells[0] is [.., var last] ? last : ' ') ? i : null;
        }
    }

    private static ReadBlock WithLabel(ReadBlock block, string label) => block with { Cells = [label, .. block.Cells.Skip(1)] };

    [GeneratedRegex(@"^\d?[)）]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RestOfNumber();

    /// <summary>The text of pieces on one line.</summary>
    public static string TextOf(IReadOnlyList<PdfPiece> line)
    {
        var text = new StringBuilder();
        foreach (var piece in line)
        {
            text.Append(piece.Text is " " ? Blank(piece, line) : piece.Text);
        }

        return text.ToString().Trim();
    }

    // pdf.js says " " for every gap; one as wide as the letters beside it was an ideographic space.
    private static string Blank(PdfPiece gap, IReadOnlyList<PdfPiece> line) => gap.Width >= 0.75 * line.Max(piece => piece.Size) ? "　" : " ";

    private static List<List<PdfPiece>> WithoutPageNumber(List<List<PdfPiece>> lines) =>
        [.. lines.Where((line, index) => (index > 0 && index < lines.Count - 1) || !PageNumber().IsMatch(TextOf(line)))];

    [GeneratedRegex(@"^[-－―—–\s]*\d{1,3}(\s*[/／]\s*\d{1,3})?[-－―—–\s]*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PageNumber();

    private static List<List<PdfPiece>> LinesOf(IReadOnlyList<PdfPiece> pieces)
    {
        var lines = new List<List<PdfPiece>>();
        foreach (var piece in pieces.OrderByDescending(piece => piece.Y))
        {
            if (lines.Count > 0 && Math.Abs(lines[^1][0].Y - piece.Y) < SameLine)
            {
                lines[^1].Add(piece);
            }
            else
            {
                lines.Add([piece]);
            }
        }

        return [.. lines
            .Select(line => line.OrderBy(piece => piece.X).ToList())
            .Where(line => line.Exists(piece => !string.IsNullOrWhiteSpace(piece.Text)))];
    }
}
