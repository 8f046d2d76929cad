using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace SecurityTracker.Formats.Documents;

/// <summary>The paragraphs and tables of a Word file, read as a stream: nesting costs no stack, and nothing outside the body is looked at.</summary>
internal static class DocxText
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    public static ReadOutcome<ReadDocument> Read(byte[] bytes)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        if (document.MainDocumentPart is not { } main)
        {
            return ReadingRefusals.FileUnreadable;
        }

        using var stream = main.GetStream();
        using var reader = XmlReader.Create(stream, Settings);
        var body = new Body(DocxNumbering.Of(main));
        while (reader.Read() && body.Blocks.Count <= ReadDocument.MostBlocks)
        {
            body.Take(reader);
        }

        return new ReadDocument(body.Blocks);
    }

    // Paragraphs outside tables are lines; in a table they fill the cell of the outermost row.
    private sealed class Body(DocxNumbering numbering)
    {
        private readonly StringBuilder paragraph = new();
        private readonly List<string> cell = [];
        private readonly List<string> row = [];
        private int tables;
        private int deleted;
        private bool formerly;
        private (string? Style, string? List, string? Level) properties;

        public List<ReadBlock> Blocks { get; } = [];

        public void Take(XmlReader reader)
        {
            if (!string.Equals(reader.NamespaceURI, Word, StringComparison.Ordinal))
            {
                return;
            }

            if (reader.NodeType == XmlNodeType.Element)
            {
                Open(reader);
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                Close(reader.LocalName);
            }
        }

        private void Open(XmlReader reader)
        {
            var empty = reader.IsEmptyElement;
            switch (reader.LocalName)
            {
                case "tbl" when !empty:
                    tables++;
                    break;
                case "del" or "moveFrom" when !empty:
                    deleted++;
                    break;
                case "pPrChange" when !empty:
                    formerly = true;
                    break;
                case "pStyle" when !formerly:
                    properties.Style = ValueOf(reader);
                    break;
                case "numId" when !formerly:
                    properties.List = ValueOf(reader);
                    break;
                case "ilvl" when !formerly:
                    properties.Level = ValueOf(reader);
                    break;
                case "t" when !empty && deleted == 0:
                    paragraph.Append(TextOf(reader));
                    break;
                case "tab" or "ptab" when paragraph.Length > 0:
                    paragraph.Append('\t');
                    break;
                case "br" or "cr":
                    paragraph.Append('\n');
                    break;
                case "p" when empty:
                    EndParagraph();
                    break;
            }
        }

        private void Close(string name)
        {
            switch (name)
            {
                case "p":
                    EndParagraph();
                    break;
                case "tc" when tables == 1:
                    row.Add(string.Join('\n', cell));
                    cell.Clear();
                    break;
                case "tr" when tables == 1:
                    Blocks.Add(new([.. row], InTable: true));
                    row.Clear();
                    break;
                case "tbl":
                    tables--;
                    break;
                case "pPrChange":
                    formerly = false;
                    break;
                case "del" or "moveFrom":
                    deleted--;
                    break;
            }
        }

        private void EndParagraph()
        {
            // What is numbered and says nothing is counted by Word too.
            var text = numbering.Next(properties.Style, properties.List, properties.Level) + paragraph;
            paragraph.Clear();
            properties = default;
            if (tables > 0)
            {
                cell.Add(text);
            }
            else
            {
                Blocks.Add(new([text]));
            }
        }

        private static string? ValueOf(XmlReader reader) => reader.GetAttribute("val", Word);

        private static string TextOf(XmlReader reader)
        {
            var text = new StringBuilder();
            while (reader.Read() && reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
            {
                text.Append(reader.Value);
            }

            return text.ToString();
        }
    }
}
