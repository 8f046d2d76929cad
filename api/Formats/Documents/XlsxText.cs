using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace SecurityTracker.Formats.Documents;

/// <summary>The rows of a workbook, sheet by sheet, each with the cells that hold something.</summary>
internal static class XlsxText
{
    private const string Sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    public static ReadOutcome<ReadDocument> Read(byte[] bytes)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        if (document.WorkbookPart is not { } workbook)
        {
            return ReadingRefusals.FileUnreadable;
        }

        var shared = workbook.SharedStringTablePart is { } table ? SharedStrings(table) : [];
        var blocks = new List<ReadBlock>();
        foreach (var (id, name) in SheetsOf(workbook))
        {
            if (workbook.GetPartById(id) is WorksheetPart part)
            {
                ReadSheet(part, name, shared, blocks);
            }
        }

        return new ReadDocument(blocks);
    }

    // Read as a stream: a tree of a workbook that nests deep would cost the stack.
    private static List<(string Id, string Name)> SheetsOf(WorkbookPart part)
    {
        using var stream = part.GetStream();
        using var reader = XmlReader.Create(stream, Settings);
        var sheets = new List<(string, string)>();
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, NamespaceURI: Sheets, LocalName: "sheet" } && reader.GetAttribute("id", Relations) is { } id)
            {
                sheets.Add((id, reader.GetAttribute("name") ?? ""));
            }
        }

        return sheets;
    }

    private static void ReadSheet(WorksheetPart part, string name, List<string> shared, List<ReadBlock> blocks)
    {
        using var stream = part.GetStream();
        using var reader = XmlReader.Create(stream, Settings);
        var cells = new List<string>();
        var number = 0;
        var type = "";
        while (reader.Read() && blocks.Count <= ReadDocument.MostBlocks)
        {
            if (reader is { NodeType: XmlNodeType.Element, NamespaceURI: Sheets })
            {
                switch (reader.LocalName)
                {
                    case "row":
                        number = int.TryParse(reader.GetAttribute("r"), CultureInfo.InvariantCulture, out var given) ? given : number + 1;
                        break;
                    case "c":
                        type = reader.GetAttribute("t") ?? "";
                        break;
                    case "v" or "is" when !reader.IsEmptyElement:
                        cells.Add(ValueOf(reader, type, shared));
                        break;
                }
            }
            else if (reader is { NodeType: XmlNodeType.EndElement, NamespaceURI: Sheets, LocalName: "row" })
            {
                if (cells.Count > 0)
                {
                    blocks.Add(new([.. cells], InTable: cells.Count > 1, $"シート「{name}」 {number}行目"));
                }

                cells.Clear();
            }
        }
    }

    private static string ValueOf(XmlReader reader, string type, List<string> shared)
    {
        var text = TextOf(reader);
        return type is "s" && int.TryParse(text, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < shared.Count ? shared[index] : text;
    }

    private static List<string> SharedStrings(SharedStringTablePart part)
    {
        using var stream = part.GetStream();
        using var reader = XmlReader.Create(stream, Settings);
        var strings = new List<string>();
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, NamespaceURI: Sheets, LocalName: "si" })
            {
                strings.Add(reader.IsEmptyElement ? "" : TextOf(reader));
            }
        }

        return strings;
    }

    // All text inside the element the reader stands on, without furigana (rPh).
    private static string TextOf(XmlReader reader)
    {
        var text = new StringBuilder();
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "rPh", IsEmptyElement: false })
            {
                var ruby = reader.Depth;
                while (reader.Read() && reader.Depth > ruby)
                {
                    // What furigana says is said by the text already.
                }
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
            {
                text.Append(reader.Value);
            }
        }

        return text.ToString();
    }
}
