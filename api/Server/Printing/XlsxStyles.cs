using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SecurityTracker.Server.Printing;

/// <summary>The workbook's cell styles, named by their place in the style table.</summary>
internal static class XlsxStyles
{
    public const uint PLAIN = 1;
    public const uint RIGHT = 2;
    public const uint CENTRE = 3;
    public const uint TITLE = 4;
    public const uint CELL = 5;
    public const uint STATUS = 6;
    public const uint HEAD = 7;
    public const uint SENDER = 8;
    private const string Face = "ＭＳ 明朝";

    public static void AddTo(WorkbookPart workbook)
    {
        var part = workbook.AddNewPart<WorkbookStylesPart>("rId2");
        part.Stylesheet = new Stylesheet(
            new Fonts(Sized(10.5), Sized(14)),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
            new Borders(new Border(), Thin()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                new CellFormat(),
                Of(HorizontalAlignmentValues.Left, VerticalAlignmentValues.Center),
                Of(HorizontalAlignmentValues.Right, VerticalAlignmentValues.Center),
                Of(HorizontalAlignmentValues.Center, VerticalAlignmentValues.Center),
                Of(HorizontalAlignmentValues.Center, VerticalAlignmentValues.Center, font: 1),
                Of(HorizontalAlignmentValues.Left, VerticalAlignmentValues.Top, border: 1),
                Of(HorizontalAlignmentValues.Center, VerticalAlignmentValues.Top, border: 1),
                Of(HorizontalAlignmentValues.Center, VerticalAlignmentValues.Center, border: 1),
                Of(HorizontalAlignmentValues.Left, VerticalAlignmentValues.Center, indent: 12)));
        part.Stylesheet.Save();
    }

    private static Font Sized(double points) => new(new FontSize { Val = points }, new FontName { Val = Face }, new FontCharSet { Val = 128 });

    private static Border Thin() => new(
        new LeftBorder { Style = BorderStyleValues.Thin },
        new RightBorder { Style = BorderStyleValues.Thin },
        new TopBorder { Style = BorderStyleValues.Thin },
        new BottomBorder { Style = BorderStyleValues.Thin });

    private static CellFormat Of(HorizontalAlignmentValues across, VerticalAlignmentValues down, uint border = 0, uint font = 0, uint indent = 0)
    {
        var alignment = new Alignment { Horizontal = across, Vertical = down, WrapText = true };
        if (indent > 0)
        {
            alignment.Indent = indent;
        }

        return new CellFormat(alignment)
        {
            FontId = font,
            FillId = 0,
            BorderId = border,
            FormatId = 0,
            ApplyFont = true,
            ApplyBorder = border > 0,
            ApplyAlignment = true,
        };
    }
}
