using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SecurityTracker.ServerTests.Reading;

/// <summary>Files made to end or to starve whoever reads them.</summary>
internal static class HostileFiles
{
    private const string WordNames = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private const string Sheets = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    /// <summary>A workbook whose list of sheets nests 20,000 elements (a tree of it costs the stack), and one cell.</summary>
    public static byte[] NestedWorkbook() => Xlsx(
        Workbook.Replace("</workbook>", $"<extLst>{string.Concat(Enumerable.Repeat("<ext>", 20_000))}{string.Concat(Enumerable.Repeat("</ext>", 20_000))}</extLst></workbook>", StringComparison.Ordinal),
        Rows(1, "<c><v>1</v></c>"));

    /// <summary>One long text that thousands of cells name.</summary>
    public static byte[] SharedText() => Xlsx(
        Workbook, Rows(19_000, "<c t=\"s\"><v>0</v></c>"), $"<sst {Sheets}><si><t>{new string('字', 200_000)}</t></si></sst>");

    /// <summary>A workbook of so many rows.</summary>
    public static byte[] WithRows(int count) => Xlsx(Workbook, Rows(count, "<c><v>1</v></c>"));

    /// <summary>A part that unfolds to 100 MB.</summary>
    public static byte[] Bomb() => Xlsx(Workbook, Rows(100 * 1024, new string(' ', 1013)));

    /// <summary>So many paragraphs.</summary>
    public static byte[] Paragraphs(int count) => Docx(count, "", "");

    /// <summary>Paragraphs of a list whose label is 20,000 characters long.</summary>
    public static byte[] LongLabels() => Docx(
        19_000, "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>",
        $"<w:numbering {WordNames}><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"{new string('字', 20_000)}%1\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>");

    /// <summary>So many lines of text.</summary>
    public static byte[] Lines(int count) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("住所\n", count)));

    /// <summary>A PDF whose pages say the same again and again.</summary>
    public static byte[] SlowPdf() => Pdf(pages: 300, words: 600_000);

    /// <summary>A PDF of one page.</summary>
    public static byte[] SmallPdf() => Pdf(pages: 1, words: 3);

    private static byte[] Pdf(int pages, int words)
    {
        var stream = $"BT /F1 9 Tf {string.Concat(Enumerable.Repeat("1 0 Td (a)Tj ", words))}ET";
        var numbers = Enumerable.Range(10, pages).ToList();
        return Encoding.ASCII.GetBytes(
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[" + string.Concat(numbers.Select(page => $"{page} 0 R "))
            + $"]/Count {pages}>>endobj\n"
            + string.Concat(numbers.Select(page => $"{page} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"))
            + $"4 0 obj<</Length {stream.Length}>>stream\n{stream}\nendstream endobj\ntrailer<</Root 1 0 R>>");
    }

    /// <summary>24 MB of lines under eight signatures.</summary>
    public static byte[] SignedLines()
    {
        var signature = "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.go.jp; s=k; h=from; bh=AAAA; b=AAAA\r\n";
        return Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(signature, 8)) + "From: a@example.go.jp\r\nSubject: x\r\n\r\n" + string.Concat(Enumerable.Repeat("a \r\n", 6_000_000)));
    }

    /// <summary>A mail of parts in parts.</summary>
    public static byte[] DeepMail()
    {
        var mail = new StringBuilder("From: a@example.go.jp\r\nSubject: x\r\n");
        for (var i = 0; i < 2000; i++)
        {
            mail.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n");
        }

        return Encoding.ASCII.GetBytes(mail.ToString());
    }

    private const string Workbook = $"<workbook {Sheets} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";

    private static string Rows(int count, string cell) => $"<worksheet {Sheets}><sheetData>{string.Concat(Enumerable.Repeat($"<row>{cell}</row>", count))}</sheetData></worksheet>";

    private static byte[] Docx(int paragraphs, string properties, string numbering) => Archive(
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/><Override PartName=\"/word/numbering.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/></Types>"),
        ("_rels/.rels", Relation("officeDocument", "word/document.xml")),
        ("word/document.xml", $"<w:document {WordNames}><w:body>{string.Concat(Enumerable.Repeat($"<w:p>{properties}<w:r><w:t>住所</w:t></w:r></w:p>", paragraphs))}</w:body></w:document>"),
        ("word/_rels/document.xml.rels", numbering.Length == 0 ? "" : Relation("numbering", "numbering.xml")),
        ("word/numbering.xml", numbering));

    private static byte[] Xlsx(string workbook, string sheet, string shared = "") => Archive(
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/><Override PartName=\"/xl/shared.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/></Types>"),
        ("_rels/.rels", Relation("officeDocument", "xl/workbook.xml")),
        ("xl/workbook.xml", workbook),
        ("xl/_rels/workbook.xml.rels", Relation("worksheet", "sheet1.xml", shared.Length == 0 ? "" : "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" Target=\"shared.xml\"/>")),
        ("xl/sheet1.xml", sheet),
        ("xl/shared.xml", shared));

    private static string Relation(string type, string target, string more = "") =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{type}\" Target=\"{target}\"/>{more}</Relationships>";

    private static byte[] Archive(params (string Name, string Text)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts.Where(part => part.Text.Length > 0 || part.Name == "[Content_Types].xml"))
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return bytes.ToArray();
    }
}
