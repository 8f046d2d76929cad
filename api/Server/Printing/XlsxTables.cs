using static SecurityTracker.Server.Printing.XlsxStyles;

namespace SecurityTracker.Server.Printing;

/// <summary>A document of tables as a workbook of one sheet. Its tables have as many columns, one below the other.</summary>
internal static class XlsxTables
{
    private const int WidthOfFullWidth = 2;
    private const int WidestOfRest = 80;
    private static readonly SheetColumn[] NoTable = [new("", 12), new("")];

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(PrintedSheet printed)
    {
        var tables = printed.Sections.SelectMany(section => section.Tables).ToList();
        var widths = (tables.Count == 0 ? NoTable : tables[0].Columns).Select(column => column.Width == 0 ? WidestOfRest : (double)(column.Width * WidthOfFullWidth)).ToArray();
        var sheet = new XlsxSheet(widths) { Landscape = printed.Landscape };
        var line = new Line(sheet, widths.Length);
        line.Wide(printed.Title, TITLE, height: 30);
        line.Facts(printed.Facts);
        foreach (var section in printed.Sections)
        {
            line.Heading(section.Heading);
            line.Facts(section.Facts);
            foreach (var table in section.Tables)
            {
                line.Heading(table.Heading);
                Add(sheet, line, table, isOnly: tables.Count == 1);
            }
        }

        return XlsxBook.Write(printed.Title, [(printed.Title, sheet)]);
    }

    private static void Add(XlsxSheet sheet, Line line, SheetTable table, bool isOnly)
    {
        if (table.Rows.Count == 0)
        {
            line.Wide(PdfSheet.None, PLAIN);
            return;
        }

        string[] names = [.. table.Columns.Select(column => column.Name)];
        if (isOnly)
        {
            sheet.AddHeader(names);
        }
        else
        {
            sheet.Add(names, [.. names.Select(_ => HEAD)]);
        }

        foreach (var row in table.Rows)
        {
            sheet.Add([.. row], [.. row.Select(_ => CELL)]);
        }
    }

    // Rows that are no table's, over all columns.
    private sealed class Line(XlsxSheet sheet, int columns)
    {
        private readonly char last = (char)('A' + columns - 1);

        public void Wide(string text, uint style, double? height = null) =>
            sheet.Add([text, .. Enumerable.Repeat("", columns - 1)], [.. Enumerable.Repeat(style, columns)], height, $"A:{last}");

        public void Heading(string? text)
        {
            if (text is not null)
            {
                Wide(text, PLAIN, height: 26);
            }
        }

        public void Facts(IReadOnlyList<SheetFact> facts)
        {
            foreach (var fact in facts)
            {
                sheet.Add([fact.Label, fact.Value, .. Enumerable.Repeat("", columns - 2)], [.. Enumerable.Repeat(CELL, columns)], merge: $"B:{last}");
            }
        }
    }
}
