using System.Globalization;
using System.Xml;

namespace SecurityTracker.Formats.Documents;

/// <summary>One sheet: its rows that hold something, each cell in the column that its reference names.</summary>
internal sealed class XlsxSheet(string name, IReadOnlyList<string> shared, XlsxDates dates, DocumentLimits limits)
{
    private const int MostColumns = XlsxReference.MostColumns;
    private readonly List<string> cells = [];
    private readonly List<int> columns = [];
    private readonly bool[] hiddenColumns = new bool[MostColumns];
    private int row;
    private int column = -1;
    private bool rowIsHidden;
    private int hiddenRows;
    private int withoutResult;
    private bool someInHiddenColumn;
    private (string? Type, string? Style) kind;
    private bool hasFormula;
    private bool hasValue;

    private readonly XlsxMerges merges = new(limits);

    /// <summary>The rows that hold something.</summary>
    public List<XlsxRow> Rows { get; } = [];

    /// <summary>The identifiers of the shapes that are controls → the relation to what each says.</summary>
    public Dictionary<string, string> Controls { get; } = new(StringComparer.Ordinal);

    public IEnumerable<ReadingNotice> Notices
    {
        get
        {
            if (hiddenRows > 0)
            {
                yield return ReadingNotices.HiddenRows(name, hiddenRows);
            }

            if (someInHiddenColumn)
            {
                yield return ReadingNotices.HiddenColumns(name);
            }

            if (withoutResult > 0)
            {
                yield return ReadingNotices.WithoutResult(name, withoutResult);
            }
        }
    }

    public void Read(XmlReader reader)
    {
        while (reader.Read())
        {
            if (!reader.IsSheet())
            {
                continue;
            }

            if (reader.NodeType == XmlNodeType.Element)
            {
                Open(reader);
            }
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "c" })
            {
                CloseCell();
            }
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "row" })
            {
                CloseRow();
            }
        }

        merges.Apply(Rows);
    }

    private void Open(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "col" when IsTrue(reader.GetAttribute("hidden")):
                HideColumns(Number(reader.GetAttribute("min")) ?? 1, Number(reader.GetAttribute("max")) ?? MostColumns);
                break;
            case "row":
                row = Number(reader.GetAttribute("r")) ?? row + 1;
                (rowIsHidden, column) = (IsTrue(reader.GetAttribute("hidden")), -1);
                break;
            case "c":
                column = XlsxReference.ColumnOf(reader.GetAttribute("r")) ?? column + 1;
                (kind, hasFormula, hasValue) = ((reader.GetAttribute("t"), reader.GetAttribute("s")), false, false);
                break;
            case "mergeCell":
                merges.Take(reader.GetAttribute("ref"));
                break;
            case "control" when reader.GetAttribute("shapeId") is { } shape:
                Controls[shape] = XlsxText.RelationOf(reader);
                break;
            case "f":
                hasFormula = true;
                break;
            case "v" or "is" when !reader.IsEmptyElement:
                Take(ValueOf(reader.TextInside(limits)));
                break;
        }
    }

    private void Take(string value)
    {
        hasValue = true;
        if (value.Length == 0)
        {
            return;
        }

        // A shared text is said as often as a cell names it; any other was counted when it was read.
        limits.Take(kind.Type is "s" ? value.Length : 0);
        cells.Add(DocxSymbols.Plain(value));
        columns.Add(column);
        someInHiddenColumn |= column < MostColumns && hiddenColumns[column];
    }

    private string ValueOf(string value) => kind.Type switch
    {
        "s" => Number(value) is { } index && index >= 0 && index < shared.Count ? shared[index] : value,
        "b" => value is "1" ? "TRUE" : value is "0" ? "FALSE" : value,
        "d" => XlsxDates.OfIso(value),
        null or "n" => dates.Show(kind.Style, value) ?? value,
        _ => value,
    };

    private void HideColumns(int from, int to)
    {
        // Ranges are counted from 1 and do not overlap in a sound file: in another one no more are looked at than there are columns.
        for (var at = Math.Max(0, from - 1); at < Math.Min(to, MostColumns) && !hiddenColumns[at]; at++)
        {
            hiddenColumns[at] = true;
        }
    }

    private void CloseCell() => withoutResult += hasFormula && !hasValue ? 1 : 0;

    private void CloseRow()
    {
        if (cells.Count > 0)
        {
            limits.TakeBlock();
            Rows.Add(new(row, new([.. cells], InTable: cells.Count > 1, $"シート「{name}」 {row}行目", [.. columns], name)));
            hiddenRows += rowIsHidden ? 1 : 0;
        }

        cells.Clear();
        columns.Clear();
    }

    private static bool IsTrue(string? value) => value is "1" or "true" or "on";

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
