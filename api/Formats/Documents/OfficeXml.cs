using System.Text;
using System.Xml;

namespace SecurityTracker.Formats.Documents;

/// <summary>Reads a part of an Office file element by element. Strict files differ from Transitional ones in their namespaces alone.</summary>
internal static class OfficeXml
{
    private static readonly HashSet<string> Word = new(StringComparer.Ordinal)
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main",
    };

    private static readonly HashSet<string> Sheets = new(StringComparer.Ordinal)
    {
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main",
    };

    /// <summary>The element is one of WordprocessingML.</summary>
    public static bool IsWord(this XmlReader reader) => Word.Contains(reader.NamespaceURI);

    /// <summary>The element is one of SpreadsheetML.</summary>
    public static bool IsSheet(this XmlReader reader) => Sheets.Contains(reader.NamespaceURI);

    /// <summary>The attribute <c>val</c> in the element's own namespace, as WordprocessingML has it.</summary>
    public static string? Val(this XmlReader reader) => reader.GetAttribute("val", reader.NamespaceURI);

    /// <summary>A switch of WordprocessingML: on where its element stands, unless its value says otherwise.</summary>
    public static bool IsOn(this XmlReader reader) => reader.Val() is not ("0" or "false" or "off");

    /// <summary>
    /// The elements inside the element that the reader stands on, in order and at any depth, without what properties once were
    /// (rPrChange and its kind). Afterwards the reader stands on the element's end.
    /// </summary>
    public static IEnumerable<XmlReader> Inside(this XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            yield break;
        }

        var depth = reader.Depth;
        reader.Read();
        while (reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName.EndsWith("Change", StringComparison.Ordinal))
            {
                reader.Skip();
                continue;
            }

            if (reader.NodeType == XmlNodeType.Element)
            {
                yield return reader;
            }

            // Whoever read inside the element stands at its end, and goes on from there.
            if (!reader.Read())
            {
                yield break;
            }
        }
    }

    /// <summary>The text inside the element that the reader stands on, without furigana (rPh); counted before it is kept.</summary>
    public static string TextInside(this XmlReader reader, DocumentLimits limits)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var text = new StringBuilder();
        var chunk = new char[4096];
        var depth = reader.Depth;
        reader.Read();
        while (reader.Depth > depth)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
            {
                reader.Skip();
                continue;
            }

            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
            {
                int read;
                while ((read = reader.ReadValueChunk(chunk, 0, chunk.Length)) > 0)
                {
                    limits.Take(read);
                    text.Append(chunk, 0, read);
                }
            }

            if (!reader.Read())
            {
                break;
            }
        }

        return text.ToString();
    }
}
