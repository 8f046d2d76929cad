using System.Text;
using System.Text.RegularExpressions;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Reports;

namespace SecurityTracker.Formats.Documents;

/// <summary>
/// Puts the pieces of a PDF's pages back into lines and, between the heading of a three-column table and its end, into cells.
/// A PDF has no paragraphs: a cell's lines are joined without a break, and a blank stands only where there was one.
/// </summary>
internal static partial class PdfLayout
{
    private const double SameLine = 3;
    private const int LongestLabel = 60;

    public static ReadDocument Of(IReadOnlyList<IReadOnlyList<PdfPiece>> pages)
    {
        var blocks = new List<ReadBlock>();
        PdfColumns? columns = null;
        for (var page = 0; page < pages.Count; page++)
        {
            var lines = WithoutPageNumber(LinesOf(pages[page]));
            var place = $"{page + 1}ページ";
            for (var at = 0; at < lines.Count; at++)
            {
                var line = lines[at];
                columns = PdfColumns.Of(lines, at) ?? (TextOf(line) is FormWords.Notes or FormWords.ReasonSheet ? null : columns);
                blocks.Add(columns?.Cells(line) is { } cells
                    ? new(cells, InTable: true, place)
                    : new([TextOf(line)], InTable: false, place));
            }
        }

        JoinTornLabels(blocks);
        return new(blocks, LinesAreLayout: true);
    }

    // A narrow first column breaks a label anywhere, and a page may end in it: what goes on with it belongs to where it begins.
    private static void JoinTornLabels(List<ReadBlock> blocks)
    {
        int? torn = null;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (!blocks[i].InTable || blocks[i].Cells[0] is not { Length: > 0 } label || label is PdfColumns.Item)
            {
                continue;
            }

            if (torn is { } at && RestOf(blocks[at].Cells[0], label) is > 0 and var length)
            {
                blocks[at] = WithLabel(blocks[at], blocks[at].Cells[0] + label[..length]);
                blocks[i] = WithLabel(blocks[i], label[length..]);
                torn = IsWhole(blocks[at].Cells[0]) ? null : at;
            }
            else
            {
                torn = IsWhole(label) ? null : i;
            }
        }
    }

    /// <summary>How much of a line goes on with a label that was broken off; 0 where it is another.</summary>
    private static int RestOf(string begun, string line)
    {
        for (var length = Math.Min(line.Length, LongestLabel); length > 0; length--)
        {
            if (RowLabel().IsMatch(MatchText.KeyOf(begun + line[..length])))
            {
                return length;
            }
        }

        return 0;
    }

    private static bool IsWhole(string label) => MatchText.KeyOf(label).EndsWith(')') || !RowLabel().IsMatch(MatchText.KeyOf(label));

    private static ReadBlock WithLabel(ReadBlock block, string label) => block with { Cells = [label, .. block.Cells.Skip(1)] };

    /// <summary>情報セキュリティに関する事項１２）, or as much of it as a line may end with.</summary>
    [GeneratedRegex(@"^(情(報(セ(キ(ュ(リ(テ(ィ(に(関(す(る(事(項(\d{1,2}\)?)?)?)?)?)?)?)?)?)?)?)?)?)?)?|\d{1,2}\)?)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RowLabel();

    /// <summary>The text of pieces on one line.</summary>
    public static string TextOf(IReadOnlyList<PdfPiece> line)
    {
        var text = new StringBuilder();
        var size = line.Count == 0 ? 0 : line.Max(piece => piece.Size);
        foreach (var piece in line)
        {
            text.Append(piece.Text is " " ? Blank(piece, size) : piece.Text);
        }

        return KanjiForms.Read(text.ToString()).Trim();
    }

    // pdf.js says " " for every gap; one as wide as the letters beside it was an ideographic space.
    private static string Blank(PdfPiece gap, double size) => gap.Width >= 0.75 * size ? "　" : " ";

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
