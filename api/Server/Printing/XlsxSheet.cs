using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using static SecurityTracker.Server.Printing.XlsxStyles;

namespace SecurityTracker.Server.Printing;

/// <summary>A sheet, filled from the top. Texts are inline: nothing has to be looked up to read a cell.</summary>
/// <param name="widths">Column widths in characters of the standard font.</param>
internal sealed class XlsxSheet(params double[] widths)
{
    private readonly SheetData rows = new();
    private readonly MergeCells merges = new();
    private DataValidation? choices;

    /// <summary>The row that is printed on every page.</summary>
    public uint HeaderRow { get; private set; }

    /// <summary>What prints above every page, in its corner, or null.</summary>
    public string? PageHeader { get; init; }

    /// <summary>Whether it prints on A4 lying.</summary>
    public bool Landscape { get; init; }

    public uint NextRow { get; private set; } = 1;

    public void Add((string[] Values, uint[] Styles, string Merge) line, double? height = null) => Add(line.Values, line.Styles, height, line.Merge);

    public void Add(string[] values, uint[] styles, double? height = null, string? merge = null)
    {
        var row = new Row { RowIndex = NextRow };
        if (height is { } points)
        {
            row.Height = points;
            row.CustomHeight = true;
        }

        for (var column = 0; column < values.Length; column++)
        {
            var cell = new Cell { CellReference = $"{(char)('A' + column)}{NextRow}", StyleIndex = styles[column] };
            if (values[column].Length > 0)
            {
                cell.DataType = CellValues.InlineString;
                cell.InlineString = new InlineString(new Text(values[column]) { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve });
            }

            row.Append(cell);
        }

        rows.Append(row);
        if (merge is [var from, ':', var to])
        {
            merges.Append(new MergeCell { Reference = $"{from}{NextRow}:{to}{NextRow}" });
        }

        NextRow++;
    }

    public void AddHeader(IReadOnlyList<string> words)
    {
        HeaderRow = NextRow;
        Add([.. words], [.. words.Select(_ => HEAD)], height: 20);
    }

    /// <summary>Lets the cells be chosen from some words.</summary>
    public void Offer(string range, params IEnumerable<string> words) => choices = new DataValidation(new Formula1($"\"{string.Join(',', words)}\""))
    {
        Type = DataValidationValues.List,
        AllowBlank = true,
        ShowErrorMessage = true,
        SequenceOfReferences = new() { InnerText = range },
    };

    public Worksheet Close()
    {
        var sheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(new SheetView { ShowGridLines = false, WorkbookViewId = 0 }),
            new Columns(widths.Select((width, column) => new Column { Min = (uint)column + 1, Max = (uint)column + 1, Width = width, CustomWidth = true })),
            rows);
        if (merges.HasChildren)
        {
            sheet.Append(merges);
        }

        if (choices is not null)
        {
            sheet.Append(new DataValidations(choices) { Count = 1 });
        }

        sheet.Append(
            new PrintOptions { HorizontalCentered = true },
            new PageMargins { Left = 0.75, Right = 0.75, Top = 0.75, Bottom = 0.75, Header = 0.3, Footer = 0.4 },
            new PageSetup { PaperSize = 9, Orientation = Landscape ? OrientationValues.Landscape : OrientationValues.Portrait, FitToWidth = 1, FitToHeight = 0 },
            new HeaderFooter([.. PageHeader is { } header ? [new OddHeader($"&R{header.Replace("&", "&&", StringComparison.Ordinal)}")] : Array.Empty<OpenXmlElement>(), new OddFooter("&C&P／&N")]));
        return sheet;
    }
}
