using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Reading;

namespace SecurityTracker.ServerTests.Reading;

/// <summary>Forms laid out as a PDF has them: every width of the first column, and page ends anywhere.</summary>
public sealed class PdfLayoutTests
{
    private const double Size = 10;

    public static TheoryData<int, int> Widths
    {
        get
        {
            var data = new TheoryData<int, int>();
            for (var letters = 2; letters <= 18; letters++)
            {
                data.Add(letters, 40);
                data.Add(letters, 17);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_label_torn_anywhere_is_put_together(int letters, int linesPerPage)
    {
        var edition = ShippedEditions.All.Single(e => e.Code == "ED-D");
        var document = PdfLayout.Of(Pages(edition.Form!, letters, linesPerPage));
        var form = FormReader.Read("a.pdf", "", document, ShippedEditions.All).ShouldHaveSingleItem();
        form.Rows.Select(r => (r.Number, r.TextMatch)).ShouldBe(edition.Form!.Rows.Select(r => (r.Number, "equal")));
        form.Rows.ShouldAllBe(r => r.StatusText == "実施");
    }

    private static List<IReadOnlyList<PdfPiece>> Pages(ReportForm form, int letters, int linesPerPage)
    {
        var (second, third) = (70 + (letters * Size) + 12, 70 + (letters * Size) + 12 + 320);
        var lines = new List<(double X, string Text)[]> { new[] { (70d, "項目"), (second + 100, "確認事項"), (third + 20, "実施状況") } };
        foreach (var row in form.Rows)
        {
            var (label, text) = (Wrap(row.Label, letters), row.Text.Split('\n').SelectMany(p => Wrap(p, 30)).ToList());
            for (var i = 0; i < Math.Max(label.Count, text.Count); i++)
            {
                List<(double, string)> cells = [];
                cells.AddRange(label.Skip(i).Take(1).Select(piece => (70d, piece)));
                cells.AddRange(text.Skip(i).Take(1).Select(piece => (second, piece)));
                cells.AddRange(i == 0 ? [(third + 30, "実施")] : Array.Empty<(double, string)>());
                lines.Add([.. cells]);
            }
        }

        lines.Add([(70d, "記載要領")]);
        return [.. lines.Chunk(linesPerPage).Select(page => (IReadOnlyList<PdfPiece>)
            [.. page.SelectMany((line, i) => line.Select(cell => new PdfPiece(cell.X, 800 - (i * 15), cell.Text.Length * Size, Size, cell.Text)))])];
    }

    private static List<string> Wrap(string text, int width) => [.. text.Chunk(width).Select(piece => new string(piece))];
}
