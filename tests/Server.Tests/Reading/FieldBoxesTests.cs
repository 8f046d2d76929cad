using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Reading;
using SecurityTracker.ServerTests.Form;

namespace SecurityTracker.ServerTests.Reading;

/// <summary>Cells merged over rows, boxes and check boxes over cells, signs written over each other.</summary>
public sealed class FieldBoxesTests(Renderer renderer) : IClassFixture<Renderer>
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly IReadOnlyList<string> Heading = ["項目", "確認事項", "実施状況"];

    [Fact]
    public async Task A_status_merged_over_several_numbers_in_Excel_is_that_of_each()
    {
        var rows = OfficeFiles.Rows(Heading, ["2)", "一", "実施"], ["3)", "二"], ["4)", "三"], ["5)", "四"], ["6)", "五", "未実施"]) + "<mergeCells><mergeCell ref=\"C2:C4\"/><mergeCell ref=\"$C$6:$D$9\"/><mergeCell ref=\"x\"/></mergeCells>";

        Statuses(await Read(OfficeFiles.Xlsx(null, null, ("別紙", null, rows)), "a.xlsx")).ShouldBe(
            [(2, ImplementationStatus.IMPLEMENTED), (3, ImplementationStatus.IMPLEMENTED), (4, ImplementationStatus.IMPLEMENTED), (5, null), (6, (ImplementationStatus?)ImplementationStatus.NOT_IMPLEMENTED)]);
    }

    [Fact]
    public async Task A_status_merged_over_several_numbers_in_Word_is_that_of_each()
    {
        static string Cell(string text, string merge = "") => $"<w:tc><w:tcPr>{merge}</w:tcPr>{OfficeFiles.P(text)}</w:tc>";
        static string Row(string label, string status, string merge = "") => $"<w:tr>{Cell(label)}{Cell("文")}{Cell(status, merge)}</w:tr>";
        var file = OfficeFiles.Docx($"<w:tbl><w:tr>{string.Concat(Heading.Select(text => Cell(text)))}</w:tr>{Row("2)", "該当なし", "<w:vMerge w:val=\"restart\"/>")}{Row("3)", "", "<w:vMerge/>")}{Row("4)", "", "<w:vMerge w:val=\"continue\"/>")}{Row("5)", "")}{Row("6)", "", "<w:vMerge/>")}</w:tbl>");

        Statuses(await Read(file, "a.docx")).ShouldBe(
            [(2, ImplementationStatus.NOT_APPLICABLE), (3, ImplementationStatus.NOT_APPLICABLE), (4, ImplementationStatus.NOT_APPLICABLE), (5, null), (6, (ImplementationStatus?)null)]);
    }

    [Fact]
    public async Task A_merged_label_does_not_lend_its_status_to_what_goes_on()
    {
        var rows = OfficeFiles.Rows(Heading, ["2)", "一", "実施"], ["", "続き"], ["3)", "二"]) + "<mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"C2:C3\"/></mergeCells>";
        Statuses(await Read(OfficeFiles.Xlsx(null, null, ("別紙", null, rows)), "a.xlsx")).ShouldBe([(2, ImplementationStatus.IMPLEMENTED), (3, (ImplementationStatus?)null)]);
    }

    [Fact]
    public async Task Check_boxes_over_an_empty_cell_of_Excel_are_what_it_says()
    {
        var file = WithShapes(
            OfficeFiles.Rows(Heading, ["2)", "一"], ["3)", "二"], ["4)", "三", "実施"]),
            (Anchor(1025, 2, 1, 0, "実施"), "checked=\"Checked\""), (Anchor(1026, 2, 1, 900, "未実施"), ""),
            (Anchor(1027, 2, 2, 900, "未実施"), "checked=\"Checked\""), (Anchor(1028, 2, 2, 0, "実施"), ""),
            (Anchor(1029, 2, 3, 0, "未実施"), "checked=\"Checked\""));

        var reading = await Read(file, "a.xlsx");

        Statuses(reading).ShouldBe([(2, ImplementationStatus.IMPLEMENTED), (3, ImplementationStatus.NOT_IMPLEMENTED), (4, (ImplementationStatus?)ImplementationStatus.IMPLEMENTED)]);
        reading.Rows.Single(row => row.Number == 3).StatusText.ShouldBe("☐実施 ☑未実施");
        reading.Unread.ShouldContain("シート「別紙」 4行目の図形：☑未実施");
    }

    [Fact]
    public async Task A_text_box_over_cells_of_Excel_is_listed_and_no_status()
    {
        var reading = await Read(WithShapes(OfficeFiles.Rows(Heading, ["2)", "一"], ["3)", "二", "実施"]), (Anchor(7, 2, 1, 0, "実施"), null)), "a.xlsx");

        Statuses(reading).ShouldBe([(2, null), (3, (ImplementationStatus?)ImplementationStatus.IMPLEMENTED)]);
        reading.Unread.ShouldContain("シート「別紙」 2行目の図形：実施");
    }

    [Theory]
    [InlineData("EQ \\* jc2 \\* \"Font:ＭＳ 明朝\" \\* hps10 \\o\\ad(\\s\\up 9(じゅちゅうしゃ),受注者)", "受注者は")]
    [InlineData(" eq \\o\\ac(○,2)", "②は")]
    [InlineData("EQ \\o\\ac(〇,１２)", "⑫は")]
    [InlineData("EQ \\o\\ac(○,印)", "印は")]
    [InlineData("EQ \\f(1,2)", "は")]
    [InlineData("PAGE", "は")]
    public async Task Signs_written_over_each_other_are_read_as_their_base_text(string code, string text)
    {
        static string Run(string content) => $"<w:r>{content}</w:r>";
        var half = code.Length / 2;
        var field = Run("<w:fldChar w:fldCharType=\"begin\"/>") + Run($"<w:instrText>{code[..half].Replace("\"", "&quot;", StringComparison.Ordinal)}</w:instrText>")
            + Run($"<w:instrText>{code[half..].Replace("\"", "&quot;", StringComparison.Ordinal)}</w:instrText>") + Run("<w:fldChar w:fldCharType=\"end\"/>");
        (await Document(OfficeFiles.Docx($"<w:p>{field}{Run("<w:t>は</w:t>")}</w:p>"), "a.docx")).Text.ShouldBe(text + "\n");
    }

    private static string Anchor(int id, int column, int row, int offset, string text) =>
        $"<xdr:twoCellAnchor><xdr:from><xdr:col>{column}</xdr:col><xdr:colOff>{offset}</xdr:colOff><xdr:row>{row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:row>9</xdr:row></xdr:to><xdr:sp><xdr:nvSpPr><xdr:cNvPr id=\"{id}\" name=\"s\"{(id > 1000 ? " hidden=\"1\"" : "")}/></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor>";

    private static byte[] WithShapes(string rows, params (string Anchor, string? Control)[] shapes)
    {
        const string Space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        var controls = shapes.Select((shape, at) => (at, shape.Control)).Where(each => each.Control is not null).ToList();
        var drawing = $"<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">{string.Concat(shapes.Select(shape => shape.Anchor))}</xdr:wsDr>";
        return OfficeFiles.Package(
        [
            ("xl/workbook.xml", $"<workbook {Space} xmlns:r=\"{Relations}\"><sheets><sheet name=\"別紙\" sheetId=\"1\" r:id=\"worksheets_sheet1\"/></sheets></workbook>"),
            ("xl/worksheets/sheet1.xml", $"<worksheet {Space} xmlns:r=\"{Relations}\">{rows}<controls>{string.Concat(controls.Select(each => $"<control shapeId=\"{1025 + each.at}\" r:id=\"c{each.at}\" name=\"Check Box\"/>"))}</controls></worksheet>"),
            ("xl/worksheets/_rels/sheet1.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"d\" Type=\"{Relations}/drawing\" Target=\"../drawings/drawing1.xml\"/>{string.Concat(controls.Select(each => $"<Relationship Id=\"c{each.at}\" Type=\"{Relations}/ctrlProp\" Target=\"../ctrlProps/ctrlProp{each.at}.xml\"/>"))}</Relationships>"),
            ("xl/drawings/drawing1.xml", drawing),
            .. controls.Select(each => ($"xl/ctrlProps/ctrlProp{each.at}.xml", $"<formControlPr xmlns=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\" objectType=\"CheckBox\" {each.Control}/>")),
        ]);
    }

    private static IEnumerable<(int Number, ImplementationStatus? Status)> Statuses(FormReading reading) =>
        reading.Rows.Where(row => row.TextMatch is not "missing").Select(row => (row.Number, row.Status));

    private async Task<FormReading> Read(byte[] bytes, string name) =>
        FormReader.Read(name, "", await Document(bytes, name), ShippedEditions.All).ShouldHaveSingleItem();

    private async Task<ReadDocument> Document(byte[] bytes, string name)
    {
        var (document, refusal) = await renderer.Readers.Read(name, bytes);
        refusal.ShouldBeNull();
        return document!;
    }
}
