using System.Globalization;
using System.Text;
using System.Xml;

namespace SecurityTracker.Formats.Documents;

/// <summary>
/// What lies over the cells of a sheet: boxes with text, and check boxes and buttons to choose with. A choice is read with the cell
/// that it lies on where that is empty, as a person sees it; any other text is given by itself, below its row.
/// </summary>
internal sealed class XlsxShapes(OfficePackage package, string sheet, string name)
{
    private readonly List<Shape> shapes = [];

    /// <summary>Puts what lies on the rows among them.</summary>
    /// <param name="rows">The sheet's rows that hold something.</param>
    /// <param name="controls">The identifiers of shapes that are controls → the relation to what each of them says.</param>
    public List<ReadBlock> Among(List<XlsxRow> rows, IReadOnlyDictionary<string, string> controls)
    {
        var relations = package.RelationsOf(sheet);
        foreach (var drawing in relations.Where(relation => relation.Kind is "drawing"))
        {
            using var reader = package.Read(drawing.Part);
            Read(reader);
        }

        var parts = relations.Where(relation => relation.Kind is "ctrlProp").GroupBy(relation => relation.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Part, StringComparer.Ordinal);
        var boxes = new List<(int Row, string Text)>();
        var choices = new SortedDictionary<(int Row, int Column), List<Shape>>();
        foreach (var shape in shapes)
        {
            if (shape.Id is { } id && controls.TryGetValue(id, out var relation) && parts.TryGetValue(relation, out var part) && IsTicked(part) is { } isTicked)
            {
                shape.Text = DocxSymbols.Box(isTicked) + shape.Text;
                (choices.TryGetValue((shape.Row, shape.Column), out var same) ? same : choices[(shape.Row, shape.Column)] = []).Add(shape);
            }
            else if (shape.Text.Length > 0 && !shape.IsHidden)
            {
                boxes.Add((shape.Row, shape.Text));
            }
        }

        return Put(rows, choices, boxes);
    }

    private List<ReadBlock> Put(List<XlsxRow> rows, SortedDictionary<(int Row, int Column), List<Shape>> choices, List<(int Row, string Text)> boxes)
    {
        var byNumber = new Dictionary<int, XlsxRow>();
        rows.ForEach(row => byNumber.TryAdd(row.Number, row));
        foreach (var (at, same) in choices)
        {
            var text = string.Join(' ', same.OrderBy(shape => shape.Offset).Select(shape => shape.Text));
            if (byNumber.TryGetValue(at.Row, out var row) && string.IsNullOrWhiteSpace(row.Block.At(at.Column)))
            {
                row.Block = With(row.Block, at.Column, text);
            }
            else
            {
                boxes.Add((at.Row, text));
            }
        }

        var above = new Queue<(int Row, string Text)>(boxes.OrderBy(box => box.Row));
        var blocks = new List<ReadBlock>(rows.Count + boxes.Count);
        foreach (var row in rows)
        {
            while (above.TryPeek(out var box) && box.Row < row.Number)
            {
                blocks.Add(Box(above.Dequeue()));
            }

            blocks.Add(row.Block);
        }

        blocks.AddRange(above.Select(Box));
        return blocks;
    }

    private static ReadBlock With(ReadBlock block, int column, string text)
    {
        var cells = block.Cells.Select((cell, index) => (Column: block.ColumnOf(index), Text: cell)).Where(cell => cell.Column != column).Append((Column: column, Text: text)).OrderBy(cell => cell.Column).ToList();
        return block with { Cells = [.. cells.Select(cell => cell.Text)], Columns = [.. cells.Select(cell => cell.Column)], InTable = cells.Count > 1 };
    }

    private ReadBlock Box((int Row, string Text) box)
    {
        package.Limits.TakeBlock();
        return new([box.Text], Place: string.Create(CultureInfo.InvariantCulture, $"シート「{name}」 {box.Row}行目の図形"), Sheet: name, IsBox: true);
    }

    private bool? IsTicked(string part)
    {
        using var reader = package.Read(part);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "formControlPr" })
            {
                return reader.GetAttribute("objectType") is "CheckBox" or "Radio" ? reader.GetAttribute("checked") is "Checked" : null;
            }
        }

        return null;
    }

    private void Read(XmlReader reader)
    {
        var alternatives = new DocxAlternatives();
        var (shape, inFrom) = (new Shape(), false);
        reader.Read();
        while (!reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                if (DocxAlternatives.IsOne(reader) && alternatives.LeavesOut(reader))
                {
                    reader.Skip();
                    continue;
                }

                inFrom = reader.LocalName is "from" || (inFrom && reader.LocalName is "col" or "colOff" or "row" or "rowOff");
                Take(reader, shape, inFrom);
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                if (DocxAlternatives.IsOne(reader))
                {
                    alternatives.Close(reader);
                }
                else if (reader.LocalName is "p")
                {
                    shape.Said.Append('\n');
                }
                else if (reader.LocalName is "twoCellAnchor" or "oneCellAnchor" or "absoluteAnchor")
                {
                    shape.Text = shape.Said.ToString().Trim();
                    shapes.Add(shape);
                    shape = new();
                }
            }

            reader.Read();
        }
    }

    private void Take(XmlReader reader, Shape shape, bool inFrom)
    {
        switch (reader.LocalName)
        {
            case "col" when inFrom:
                shape.Column = Number(reader);
                break;
            case "colOff" when inFrom:
                shape.Offset = Number(reader);
                break;
            case "row" when inFrom:
                shape.Row = Number(reader) + 1;
                break;
            case "cNvPr":
                shape.Id ??= reader.GetAttribute("id");
                shape.IsHidden |= reader.GetAttribute("hidden") is "1" or "true";
                break;
            case "t":
                shape.Said.Append(DocxSymbols.Plain(reader.TextInside(package.Limits)));
                break;
        }
    }

    private int Number(XmlReader reader) => DocxLists.Number(reader.TextInside(package.Limits)) ?? 0;

    private sealed class Shape
    {
        public int Row { get; set; } = 1;

        public int Column { get; set; }

        public int Offset { get; set; }

        public string? Id { get; set; }

        public bool IsHidden { get; set; }

        public StringBuilder Said { get; } = new();

        public string Text { get; set; } = "";
    }
}
