using System.IO.Compression;
using System.Security;
using System.Text;

namespace SecurityTracker.ServerTests.Reading;

/// <summary>Office files made from bare XML, for what no program of ours writes.</summary>
internal static class OfficeFiles
{
    private const string Rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A Word file: the elements of its body, and of its lists and styles where it has any.</summary>
    public static byte[] Docx(string body, string? numbering = null, string? styles = null) => Package(
    [
        ("word/document.xml", $"""<w:document {Word}><w:body>{body}</w:body></w:document>"""),
        .. numbering is null ? [] : new[] { ("word/numbering.xml", $"<w:numbering {Word}>{numbering}</w:numbering>") },
        .. styles is null ? [] : new[] { ("word/styles.xml", $"<w:styles {Word}>{styles}</w:styles>") },
    ]);

    /// <summary>A workbook: each sheet with its state (or null) and the elements of its rows.</summary>
    public static byte[] Xlsx(string? properties, string? styles, params (string Name, string? State, string Rows)[] sheets) => Package(
    [
        ("xl/workbook.xml", $"<workbook {Sheets}>{properties}<sheets>{string.Concat(sheets.Select((sheet, at) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{at + 1}\"{(sheet.State is null ? "" : $" state=\"{sheet.State}\"")} r:id=\"worksheets_sheet{at + 1}\"/>"))}</sheets></workbook>"),
        .. styles is null ? [] : new[] { ("xl/styles.xml", $"<styleSheet {Sheets}>{styles}</styleSheet>") },
        .. sheets.Select((sheet, at) => ($"xl/worksheets/sheet{at + 1}.xml", $"<worksheet {Sheets}>{sheet.Rows}</worksheet>")),
    ]);

    /// <summary>A sheet of texts, the first row with the number given; empty texts are cells without a value.</summary>
    public static string Rows(params IReadOnlyList<string>[] rows) => $"<sheetData>{string.Concat(rows.Select((row, at) =>
        $"<row r=\"{at + 1}\">{string.Concat(row.Select((text, column) => text.Length == 0 ? $"<c r=\"{(char)('A' + column)}{at + 1}\"/>" : $"<c r=\"{(char)('A' + column)}{at + 1}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>"))}</row>"))}</sheetData>";

    /// <summary>A paragraph of runs.</summary>
    public static string P(string text, string properties = "") => $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";

    /// <summary>A package of these parts; the first is what the file is about.</summary>
    public static byte[] Package(params (string Name, string Xml)[] parts)
    {
        var (main, folder) = (parts[0].Name, parts[0].Name[..(parts[0].Name.IndexOf('/', StringComparison.Ordinal) + 1)]);
        var related = parts.Skip(1).Select(part => (Id: part.Name[folder.Length..^4].Replace('/', '_'), Target: part.Name[folder.Length..]));
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "_rels/.rels", Relations([("r", "officeDocument", main)]));
            Write(archive, $"{folder}_rels/{main[folder.Length..]}.rels", Relations(related.Select(part => (part.Id, KindOf(part.Target), part.Target))));
            foreach (var (name, xml) in parts)
            {
                Write(archive, name, xml);
            }
        }

        return bytes.ToArray();
    }

    private static string Word => $"xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:wpg=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\" xmlns:r=\"{Rels}\"";

    private static string Sheets => $"xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{Rels}\"";

    private static string KindOf(string part) => part.Contains("worksheets/", StringComparison.Ordinal) ? "worksheet" : Path.GetFileNameWithoutExtension(part);

    private static string Relations(IEnumerable<(string Id, string Kind, string Target)> relations) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(relations.Select(each => $"<Relationship Id=\"{each.Id}\" Type=\"{Rels}/{each.Kind}\" Target=\"{each.Target}\"/>"))}</Relationships>";

    private static void Write(ZipArchive archive, string name, string xml)
    {
        using var entry = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
        entry.Write(Encoding.UTF8.GetBytes(xml));
    }
}
