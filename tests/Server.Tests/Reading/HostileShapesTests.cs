using System.Globalization;
using System.Text;
using SecurityTracker.ServerTests.Form;

namespace SecurityTracker.ServerTests.Reading;

/// <summary>
/// Files of some megabytes that repeat one thing so often that a reader which begins anew at each would need the square of it: read, or
/// refused with a limit that is named, and never by the limit of time.
/// </summary>
public sealed class HostileShapesTests(Renderer renderer) : IClassFixture<Renderer>
{
    private const int Many = 40_000;
    private const string Space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    private static readonly Dictionary<string, Func<byte[]>> Files = new(StringComparer.Ordinal)
    {
        ["tables in tables.docx"] = () => OfficeFiles.Docx(Nested("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p>", "</w:tc></w:tr></w:tbl>", 20_000)),
        ["boxes in boxes.docx"] = () => OfficeFiles.Docx(Nested("<w:p><w:r><w:t>a</w:t></w:r><w:r><w:pict><v:textbox><w:txbxContent>", "</w:txbxContent></v:textbox></w:pict></w:r></w:p>", 20_000)),
        ["controls in controls.docx"] = () => OfficeFiles.Docx($"<w:p>{Nested("<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>", "</w:sdtContent></w:sdt>", Many)}</w:p>" + OfficeFiles.P("a")),
        ["fields in fields.docx"] = () => OfficeFiles.Docx($"<w:p>{Again("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>EQ \\o\\ac(</w:instrText></w:r>", Many)}{Again("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>", Many)}<w:r><w:t>a</w:t></w:r></w:p>"),
        ["runs.docx"] = () => OfficeFiles.Docx($"<w:p>{Again("<w:r><w:t>a</w:t></w:r>", 1_000_000)}</w:p>"),
        ["lines of a cell.docx"] = () => OfficeFiles.Docx($"<w:tbl><w:tr><w:tc>{Again("<w:p><w:r><w:t>a</w:t></w:r></w:p>", 400_000)}</w:tc></w:tr></w:tbl>"),
        ["cells of a row.docx"] = () => OfficeFiles.Docx($"<w:tbl>{Again($"<w:tr>{Again("<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>", Many)}</w:tr>", 10)}</w:tbl>"),
        ["cells merged downwards.docx"] = () => OfficeFiles.Docx($"<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>{OfficeFiles.P(new string('字', 10_000))}</w:tc></w:tr>{Again("<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>", Many)}</w:tbl>"),
        ["styles on styles.docx"] = () => OfficeFiles.Docx(
            Again("<w:p><w:pPr><w:pStyle w:val=\"s19999\"/></w:pPr><w:r><w:rPr><w:rStyle w:val=\"s19999\"/></w:rPr><w:t>a</w:t></w:r></w:p>", Many),
            styles: string.Concat(Enumerable.Range(0, 20_000).Select(at => $"<w:style w:type=\"paragraph\" w:styleId=\"s{at}\"><w:basedOn w:val=\"s{at - 1}\"/></w:style>"))),
        ["lists of list styles.docx"] = () => OfficeFiles.Docx(
            string.Concat(Enumerable.Range(0, 20_000).Select(at => OfficeFiles.P("a", $"<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{at}\"/></w:numPr>"))),
            string.Concat(Enumerable.Range(0, 20_000).Select(at => $"<w:abstractNum w:abstractNumId=\"{at}\"><w:numStyleLink w:val=\"s{at + 1}\"/></w:abstractNum><w:num w:numId=\"{at}\"><w:abstractNumId w:val=\"{at}\"/></w:num>")),
            string.Concat(Enumerable.Range(0, 20_000).Select(at => $"<w:style w:type=\"numbering\" w:styleId=\"s{at}\"><w:pPr><w:numPr><w:numId w:val=\"{at + 1}\"/></w:numPr></w:pPr></w:style>"))),
        ["merged ranges.xlsx"] = () => Sheet(OfficeFiles.Rows([.. Enumerable.Repeat<IReadOnlyList<string>>(["a", "b", "c"], Many)])
            + $"<mergeCells>{string.Concat(Enumerable.Range(1, Many).Select(at => $"<mergeCell ref=\"C{at}:C{at + 1}\"/>"))}</mergeCells>"),
        ["merged ranges over all.xlsx"] = () => Sheet(OfficeFiles.Rows([.. Enumerable.Repeat<IReadOnlyList<string>>(["a", "b", "c"], Many)]) + $"<mergeCells>{Again("<mergeCell ref=\"A1:XFD1048576\"/>", 50_000)}</mergeCells>"),
        ["merged ranges of a wide row.xlsx"] = () => Sheet($"<sheetData><row r=\"1\">{Again("<c><v>1</v></c>", 16_000)}</row></sheetData><mergeCells>{Again("<mergeCell ref=\"XFD1:XFD9\"/>", 200_000)}</mergeCells>"),
        ["columns.xlsx"] = () => Sheet($"<cols>{Again("<col min=\"1\" max=\"16384\" hidden=\"1\"/>", 100_000)}</cols>{OfficeFiles.Rows(["a"])}"),
        ["runs of shared texts.xlsx"] = () => OfficeFiles.Package(
            ("xl/workbook.xml", Workbook), ("xl/worksheets/sheet1.xml", $"<worksheet {Space}><sheetData><row r=\"1\"><c t=\"s\"><v>0</v></c></row></sheetData></worksheet>"),
            ("xl/sharedStrings.xml", $"<sst {Space}><si>{Again("<r><rPr><b/></rPr><t>a</t></r>", 1_000_000)}</si></sst>")),
        ["formats.xlsx"] = () => OfficeFiles.Xlsx(null, $"<numFmts><numFmt numFmtId=\"200\" formatCode=\"{Again("[y&quot;", 500_000)}\"/></numFmts><cellXfs>{Again("<xf numFmtId=\"200\"/>", 200_000)}</cellXfs>", ("一", null, OfficeFiles.Rows(["a"]))),
        ["shapes.xlsx"] = () => Shapes(Again("<x:oneCellAnchor><x:from><x:col>2</x:col><x:row>1</x:row></x:from><a:t>a</a:t></x:oneCellAnchor>", Many)),
        ["lines of a shape.xlsx"] = () => Shapes($"<x:oneCellAnchor>{Again("<a:p><a:t>a</a:t></a:p>", 600_000)}</x:oneCellAnchor>"),
        ["1,000 pages.pdf"] = () => Pages(1000, "1 0 Td (a)Tj", 20),
        ["one page of lines.pdf"] = () => Pages(1, "0 -9 Td (a)Tj", 40_000),
        ["one line.txt"] = () => Encoding.ASCII.GetBytes(new string('a', 10_000_000)),
        ["one line of kanji.txt"] = () => Encoding.UTF8.GetBytes(new string('字', 3_300_000)),
    };

    public static TheoryData<string> Names => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_repeats_itself_is_read_or_refused_with_a_limit_that_is_named(string name)
    {
        var (document, refusal) = await renderer.Readers.Read(name, Files[name]());

        if (refusal is null)
        {
            document!.Blocks.ShouldNotBeEmpty();
        }
        else
        {
            refusal.Code.ShouldBe("file-beyond-limit");
        }
    }

    private const string Workbook = $"<workbook {Space} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"一\" sheetId=\"1\" r:id=\"worksheets_sheet1\"/></sheets></workbook>";

    private static string Again(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static string Nested(string begin, string end, int times) => Again(begin, times) + Again(end, times);

    private static byte[] Sheet(string content) => OfficeFiles.Xlsx(null, null, ("一", null, content));

    private static byte[] Shapes(string shapes) => OfficeFiles.Package(
        ("xl/workbook.xml", Workbook), ("xl/worksheets/sheet1.xml", $"<worksheet {Space}>{OfficeFiles.Rows(["a"], ["b"])}</worksheet>"),
        ("xl/worksheets/_rels/sheet1.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"d\" Type=\"x/drawing\" Target=\"../drawings/drawing1.xml\"/></Relationships>"),
        ("xl/drawings/drawing1.xml", $"<x:wsDr xmlns:x=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">{shapes}</x:wsDr>"));

    private static byte[] Pages(int pages, string words, int times)
    {
        var stream = $"BT /F1 9 Tf 9 9000 Td {Again(words + " ", times)}ET";
        var numbers = Enumerable.Range(10, pages).ToList();
        var file = new StringBuilder("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[").AppendJoin(' ', numbers.Select(page => $"{page} 0 R"))
            .Append(CultureInfo.InvariantCulture, $"]/Count {pages}>>endobj\n")
            .AppendJoin("", numbers.Select(page => $"{page} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 999 9999]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"))
            .Append(CultureInfo.InvariantCulture, $"4 0 obj<</Length {stream.Length}>>stream\n{stream}\nendstream endobj\ntrailer<</Root 1 0 R>>");
        return Encoding.ASCII.GetBytes(file.ToString());
    }
}
