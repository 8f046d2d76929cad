using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Reports.Form;

namespace SecurityTracker.Server.Printing;

/// <summary>The pieces that <see cref="DocxForm"/> is put together from.</summary>
internal static class DocxParagraphs
{
    /// <summary>One paragraph in a named style.</summary>
    public static Paragraph Line(string text, string style) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = style }), new Run(TextOf(text)));

    /// <summary>A line of the block at the right: its label, then what was filled in.</summary>
    public static Paragraph Sender(string label, string value)
    {
        var run = new Run(TextOf(label), new TabChar());
        Append(run, value.Split('\n'));
        return new(new ParagraphProperties(new ParagraphStyleId { Val = "Sender" }), run);
    }

    /// <summary>The page's number, as fields that stay right when the file is edited.</summary>
    public static Paragraph PageNumber() => new(
        new ParagraphProperties(new ParagraphStyleId { Val = "Footer" }),
        new SimpleField(new Run(TextOf("1"))) { Instruction = "PAGE" },
        new Run(TextOf("／")),
        new SimpleField(new Run(TextOf("1"))) { Instruction = "NUMPAGES" });

    /// <summary>A ruled table of fixed column widths (twentieths of a point).</summary>
    public static Table Grid(int[] widths, params IEnumerable<TableRow> rows) => new(
        [
            new TableProperties(
                new TableWidth { Type = TableWidthUnitValues.Dxa, Width = $"{widths.Sum()}" },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 4 },
                    new LeftBorder { Val = BorderValues.Single, Size = 4 },
                    new BottomBorder { Val = BorderValues.Single, Size = 4 },
                    new RightBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TopMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
                    new TableCellLeftMargin { Width = 100, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
                    new TableCellRightMargin { Width = 100, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })),
            .. rows,
        ]);

    /// <summary>The row that is printed again at the top of each page.</summary>
    public static TableRow HeaderRow(int[] widths, IReadOnlyList<string> words) => new(
        [
            new TableRowProperties(new CantSplit(), new TableHeader()),
            .. words.Select((word, column) => Cell(widths[column], word, style: "TableHead")),
        ]);

    /// <summary>A row that moves to the next page as a whole.</summary>
    public static TableRow Row(params IEnumerable<TableCell> cells) => new([new TableRowProperties(new CantSplit()), .. cells]);

    /// <summary>A cell with one paragraph for each line; where a row goes on in the next one, a dotted line parts them.</summary>
    public static TableCell Cell(int width, string text, bool first = true, bool last = true, string style = "TableText")
    {
        var properties = new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = $"{width}" });
        if (!first || !last)
        {
            properties.Append(new TableCellBorders(
                [
                    .. first ? Array.Empty<OpenXmlElement>() : [new TopBorder { Val = BorderValues.Dotted, Size = 4 }],
                    .. last ? Array.Empty<OpenXmlElement>() : [new BottomBorder { Val = BorderValues.Dotted, Size = 4 }],
                ]));
        }

        return new([properties, .. text.Split('\n').Select(paragraph => Line(paragraph, StyleOf(paragraph, style)))]);
    }

    /// <summary>The cell of a row's label, in the lines of the printed form.</summary>
    public static TableCell LabelCell(int width, string label, bool first = true, bool last = true)
    {
        var cell = Cell(width, "", first, last, "Label");
        var run = cell.GetFirstChild<Paragraph>()!.GetFirstChild<Run>()!;
        run.RemoveAllChildren();
        Append(run, FormWords.LinesOf(label));
        return cell;
    }

    private static void Append(Run run, IReadOnlyList<string> lines)
    {
        for (var line = 0; line < lines.Count; line++)
        {
            if (line > 0)
            {
                run.Append(new Break());
            }

            run.Append(TextOf(lines[line]));
        }
    }

    // ①, (a) and ・ stand one character in, and their further lines hang under their text.
    private static string StyleOf(string paragraph, string style) =>
        style is "TableText" && paragraph is ['・' or (>= '①' and <= '⑳'), ..] or ['(', >= 'a' and <= 'z', ')', ..] ? "TableItem" : style;

    private static Text TextOf(string text) => new(text) { Space = SpaceProcessingModeValues.Preserve };
}
