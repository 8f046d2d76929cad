using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Reading;
using SecurityTracker.ServerTests.Form;

namespace SecurityTracker.ServerTests.Reading;

/// <summary>Filled forms as they come back: with columns of one's own, several sheets, dates of every kind, boxes and choices.</summary>
public sealed class FieldFormTests(Renderer renderer) : IClassFixture<Renderer>
{
    private const string Title = "情報セキュリティに関する事項の遵守の方法の実施状況報告書";

    [Theory]
    [InlineData("00-form.xlsx")]
    [InlineData("00-form.docx")]
    [InlineData("10-a-1900.xlsx")]
    [InlineData("10-d-R8.xlsx")]
    [InlineData("10-f-weekday.xlsx")]
    [InlineData("11-a-legacy-dropdown.docx")]
    [InlineData("11-c-content-control.docx")]
    public async Task The_same_form_is_read_however_it_was_filled_in(string name)
    {
        var clean = (await Read(Field.Bytes("00-form.docx"), "a.docx")).ShouldHaveSingleItem();
        var reading = (await Read(Field.Bytes(name), name)).ShouldHaveSingleItem();

        reading.Edition.ShouldBe(new("ED-D", 1, "exact"));
        reading.Header.ShouldBe(clean.Header);
        reading.Header.ContractSignedOn.ShouldBe(new DateOnly(2026, 5, 9));
        reading.Header.ReportedOn.ShouldBe(new DateOnly(2026, 10, 13));
        reading.Rows.Select(row => (row.Number, row.Status)).ShouldBe(clean.Rows.Select(row => (row.Number, row.Status)));
        reading.Rows.ShouldAllBe(row => row.Status != null && row.TextMatch == "equal");
        reading.Reasons.Select(reason => reason.Number).ShouldBe(clean.Reasons.Select(reason => reason.Number));
        reading.Unread.ShouldBeEmpty();
        reading.Findings.Select(finding => finding.Code).ShouldBe(clean.Findings.Select(finding => finding.Code));
    }

    [Fact]
    public async Task A_blank_status_beside_a_column_of_ones_own_stays_blank_and_nothing_vanishes()
    {
        var reading = (await Read(Field.Bytes("08-a-column-zenkai.xlsx"), "a.xlsx")).ShouldHaveSingleItem();

        var row = reading.Rows.Single(each => each.Number == 14);
        (row.Status, row.StatusText).ShouldBe((null, ""));
        reading.Findings.ShouldContain(finding => finding.Code == "status-missing" && finding.Number == 14);
        reading.Rows.Single(each => each.Number == 11).Status.ShouldBe(ImplementationStatus.NOT_IMPLEMENTED);
        reading.Unread.Count(text => text.EndsWith("前回「実施」", StringComparison.Ordinal)).ShouldBe(16);
        reading.Unread.ShouldContain("シート「別紙」 27行目：前回「実施」");
    }

    [Theory]
    [InlineData("項目|確認事項|実施状況|備考", "情報セキュリティに関する事項2)|文|実施|ほか", "実施", "備考「ほか」")]
    [InlineData("項目|確認事項|前回|実施状況", "情報セキュリティに関する事項2)|文|実施|", "", "前回「実施」")]
    [InlineData("No.|項目|確認事項|前回の実施状況|実施状況", "1|情報セキュリティに関する事項2)|文|該当なし|未実施", "未実施", "前回の実施状況「該当なし」")]
    [InlineData("実施状況|項目|備考|確認事項", "実施|情報セキュリティに関する事項2)|自由|文", "実施", "備考「自由」")]
    [InlineData("|項目|確認事項|実施状況（前回）|実施状況（今回）", "|情報セキュリティに関する事項2)|文|実施|未実施", "未実施", "実施状況（前回）「実施」")]
    [InlineData("項目|確認事項|実施状況|", "情報セキュリティに関する事項2)|文||下書き：実施", "", "列4「下書き：実施」")]
    public async Task A_status_is_what_stands_under_its_heading(string heading, string row, string status, string unread)
    {
        var reading = await Sheet(heading.Split('|'), row.Split('|'));

        reading.Rows.Single(each => each.Number == 2).StatusText.ShouldBe(status);
        reading.Unread.ShouldContain(text => text.EndsWith(unread, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_columns_of_statuses_are_told_apart_by_a_second_heading_or_not_read()
    {
        var told = await Sheet(["項目", "確認事項", "実施状況"], ["", "", "前回", "今回"], ["情報セキュリティに関する事項2)", "文", "実施", "未実施"]);
        told.Rows.Single(row => row.Number == 2).Status.ShouldBe(ImplementationStatus.NOT_IMPLEMENTED);
        told.Unread.ShouldContain("シート「別紙」 4行目：前回「実施」");

        var untold = await Sheet(["項目", "確認事項", "実施状況", "実施状況"], ["情報セキュリティに関する事項2)", "文", "実施", "未実施"]);
        untold.Rows.Single(row => row.Number == 2).Status.ShouldBeNull();
        untold.Findings.ShouldContain(finding => finding.Code == "status-column-ambiguous");
        untold.Unread.Count(text => text.Contains("実施状況「", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task A_label_merged_over_rows_holds_for_all_of_them()
    {
        var reading = await Sheet(
            ["項目", "確認事項", "実施状況"],
            ["情報セキュリティに関する事項2)", "前の文。", "実施"],
            ["", "後の文。"],
            ["情報セキュリティに関する事項3)", "一", "該当なし"],
            ["", "二", "該当なし"],
            ["情報セキュリティに関する事項4)"],
            ["", "", "未実施"],
            ["備考：社内用のメモ"]);

        reading.Rows.Where(row => row.StatusText is not null).Select(row => (row.Number, row.Status)).ShouldBe(
            [(2, ImplementationStatus.IMPLEMENTED), (3, ImplementationStatus.NOT_APPLICABLE), (4, (ImplementationStatus?)ImplementationStatus.NOT_IMPLEMENTED)]);
        reading.Unread.ShouldContain(text => text.Contains("備考：社内用のメモ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_label_may_take_two_columns_the_words_merged_over_all_rows()
    {
        var reading = await Sheet(
            ["項目", "", "確認事項", "実施状況", "備考"],
            ["情報セキュリティに関する事項", "2)", "一", "実施", ""],
            ["", "3)", "二", "", "実施"],
            ["", "4)", "三", "未実施", ""]);

        reading.Rows.Where(row => row.StatusText is not null).Select(row => (row.Number, row.StatusText)).ShouldBe([(2, "実施"), (3, ""), (4, "未実施")]);
        reading.Unread.ShouldContain("シート「別紙」 4行目：備考「実施」");
    }

    [Fact]
    public async Task A_sample_sheet_is_a_form_of_its_own_and_the_reasons_are_not_its()
    {
        var readings = await Read(Field.Bytes("09-a-sample-first.xlsx"), "a.xlsx");

        readings.Select(reading => reading.Sheet).ShouldBe(["記入例", "別紙"]);
        readings.ShouldAllBe(reading => reading.Findings[0].Code == "several-forms" && reading.Rows.Count == 16);
        readings[1].Header.ContractName.ShouldBe("令和８年度「生産性向上ガイドライン普及に係る効果検証」");
        readings[0].Reasons.ShouldBeEmpty();
        readings[1].Reasons.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("hidden")]
    [InlineData("veryHidden")]
    public async Task Hidden_sheets_are_left_out_and_that_is_said(string state)
    {
        var one = (await Read(Field.Bytes("09-b-hidden-sample-first.xlsx"), "a.xlsx")).ShouldHaveSingleItem();
        one.Sheet.ShouldBe("別紙");
        one.Findings.ShouldContain(finding => finding.Code == "hidden-sheets" && finding.Messages.Ja.Contains("記入例", StringComparison.Ordinal));
        one.Edition.Kind.ShouldBe("exact");

        var file = OfficeFiles.Xlsx(null, null, ("別紙", null, OfficeFiles.Rows(["項目", "確認事項", "実施状況"], ["2)", "文", "実施"])), ("控え", state, OfficeFiles.Rows(["項目", "確認事項", "実施状況"], ["2)", "文", "未実施"])));
        (await Read(file, "a.xlsx")).ShouldHaveSingleItem().Rows.Single(row => row.Number == 2).StatusText.ShouldBe("実施");
        (await Refused(OfficeFiles.Xlsx(null, null, ("控え", state, OfficeFiles.Rows(["x"]))), "a.xlsx")).ShouldBe("file-without-text");
    }

    [Fact]
    public async Task What_stands_on_other_sheets_is_listed()
    {
        var file = OfficeFiles.Xlsx(null, null, ("一覧", null, OfficeFiles.Rows(["担当", "佐藤"])), ("別紙", null, OfficeFiles.Rows(["項目", "確認事項", "実施状況"], ["2)", "文", "実施"])));
        (await Read(file, "a.xlsx")).ShouldHaveSingleItem().Unread.ShouldContain("シート「一覧」 1行目：担当　佐藤");
    }

    [Fact]
    public async Task A_number_that_is_there_twice_is_a_finding_and_no_status_is_chosen()
    {
        var reading = await Sheet(["項目", "確認事項", "実施状況"], ["2)", "文", "実施"], ["3)", "別の文", "実施"], ["2)", "文", "未実施"]);

        reading.Rows.Where(row => row.Number == 2).ShouldHaveSingleItem().Status.ShouldBeNull();
        reading.Findings.ShouldContain(finding => finding.Code == "row-twice" && finding.Number == 2);
    }

    [Fact]
    public async Task Hidden_rows_and_columns_are_read_and_said()
    {
        var rows = OfficeFiles.Rows(["項目", "確認事項", "実施状況"], ["2)", "文", "実施"]).Replace("<row r=\"2\">", "<row r=\"2\" hidden=\"1\">", StringComparison.Ordinal);
        var reading = (await Read(OfficeFiles.Xlsx(null, null, ("別紙", null, "<cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols>" + rows)), "a.xlsx")).ShouldHaveSingleItem();

        reading.Rows.Single(row => row.Number == 2).StatusText.ShouldBe("実施");
        reading.Findings.Select(finding => finding.Code).ShouldContain("hidden-rows");
        reading.Findings.Select(finding => finding.Code).ShouldContain("hidden-columns");
    }

    [Theory]
    [InlineData(null, "14", "46151")]
    [InlineData(null, "31", "46151")]
    [InlineData(null, "58", "46151.75")]
    [InlineData("date1904=\"1\"", "14", "44689")]
    [InlineData(null, "200", "46151")]
    [InlineData(null, "201", "46151")]
    [InlineData(null, "202", "46151")]
    public async Task A_serial_number_with_the_format_of_a_day_is_the_day(string? system, string format, string value)
    {
        const string Styles = "<numFmts><numFmt numFmtId=\"200\" formatCode=\"[$-411]ge.m.d;@\"/><numFmt numFmtId=\"201\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\\(aaa\\)\"/><numFmt numFmtId=\"202\" formatCode=\"[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy\"/></numFmts><cellStyleXfs><xf numFmtId=\"0\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"{0}\"/></cellXfs>";
        var signed = $"<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>契約締結日</t></is></c><c r=\"B1\" s=\"1\"><v>{value}</v></c></row>";
        var rows = OfficeFiles.Rows(["x"], ["項目", "確認事項", "実施状況"], ["2)", "文", "実施"]).Replace("<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>x</t></is></c></row>", "<sheetData>" + signed, StringComparison.Ordinal);
        var reading = (await Read(OfficeFiles.Xlsx(system is null ? null : $"<workbookPr {system}/>", Styles.Replace("{0}", format, StringComparison.Ordinal), ("別紙", null, rows)), "a.xlsx")).ShouldHaveSingleItem();

        reading.Header.ContractSignedOn.ShouldBe(new DateOnly(2026, 5, 9));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("4")]
    [InlineData("46")]
    public async Task A_number_with_another_format_is_a_number(string format)
    {
        var rows = $"<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>46151</v></c></row></sheetData>";
        var read = await renderer.Readers.Read("a.xlsx", OfficeFiles.Xlsx(null, $"<cellXfs><xf/><xf numFmtId=\"{format}\"/></cellXfs>", ("一", null, rows)));
        read.Value!.Text.ShouldBe("46151\n");
    }

    [Fact]
    public async Task Every_kind_of_cell_says_what_Excel_shows()
    {
        const string Rows = "<sheetData><row r=\"3\"><c r=\"B3\" t=\"s\"><v>0</v></c><c r=\"D3\" t=\"b\"><v>1</v></c><c r=\"E3\" t=\"e\"><v>#REF!</v></c><c r=\"F3\" t=\"str\"><f>A1</f><v>結果</v></c><c r=\"G3\" t=\"d\"><v>2026-05-09T00:00:00</v></c><c r=\"H3\"><f>A1</f></c><c r=\"I3\" t=\"inlineStr\"><is><r><t>分けた</t></r><r><t>文字</t></r><rPh sb=\"0\" eb=\"1\"><t>ワケタ</t></rPh></is></c></row></sheetData>";
        const string Space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        var file = OfficeFiles.Package(
            ("xl/workbook.xml", $"<workbook {Space} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"一\" sheetId=\"1\" r:id=\"worksheets_sheet1\"/></sheets></workbook>"),
            ("xl/worksheets/sheet1.xml", $"<worksheet {Space}>{Rows}</worksheet>"),
            ("xl/sharedStrings.xml", $"<sst {Space}><si><r><t>東</t></r><r><t>京</t></r><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><phoneticPr fontId=\"1\"/></si></sst>"));
        var read = (await renderer.Readers.Read("a.xlsx", file)).Value!;

        var row = read.Blocks.ShouldHaveSingleItem();
        row.Cells.ShouldBe(["東京", "TRUE", "#REF!", "結果", "2026年5月9日", "分けた文字"]);
        row.Columns.ShouldBe([1, 3, 4, 5, 6, 8]);
        row.Place.ShouldBe("シート「一」 3行目");
        read.Notices!.ShouldHaveSingleItem().Code.ShouldBe("formula-without-result");
    }

    [Theory]
    [InlineData("<w:sdt><w:sdtPr><w:showingPlcHdr/><w:dropDownList/></w:sdtPr><w:sdtContent><w:r><w:t>アイテムを選択してください。</w:t></w:r></w:sdtContent></w:sdt>", "")]
    [InlineData("<w:sdt><w:sdtPr><w:comboBox/></w:sdtPr><w:sdtContent><w:r><w:t>未実施</w:t></w:r></w:sdtContent></w:sdt>", "未実施")]
    [InlineData("<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"1\"/><w14:checkedState w14:val=\"00FE\" w14:font=\"Wingdings\"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r></w:sdtContent></w:sdt><w:r><w:t>実施 </w:t></w:r><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"0\"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☐</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>未実施</w:t></w:r>", "☑実施 ☐未実施")]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:sizeAuto/><w:default w:val=\"0\"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t>実施</w:t></w:r>", "☑実施")]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:ddList><w:default w:val=\"1\"/><w:listEntry w:val=\"実施\"/><w:listEntry w:val=\"未実施\"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>", "未実施")]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:textInput/></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMTEXT </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>該当なし</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>", "該当なし")]
    [InlineData("<w:r><w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr><w:t>\uF0FE</w:t></w:r><w:r><w:t>実施 </w:t></w:r><w:r><w:t>\uF0A8</w:t></w:r><w:r><w:t>未実施</w:t></w:r>", "☑実施 ☐未実施")]
    [InlineData("<w:r><w:sym w:font=\"Wingdings 2\" w:char=\"F052\"/></w:r><w:r><w:t>実施</w:t></w:r>", "☑実施")]
    public async Task A_choice_in_a_cell_of_word_is_what_it_shows(string content, string shown)
    {
        var cells = string.Concat(((string[])["項目", "確認事項", "実施状況"]).Select(text => $"<w:tc>{OfficeFiles.P(text)}</w:tc>"));
        var file = OfficeFiles.Docx($"<w:tbl><w:tr>{cells}</w:tr><w:tr><w:tc>{OfficeFiles.P("2)")}</w:tc><w:tc>{OfficeFiles.P("文")}</w:tc><w:tc><w:p>{content}</w:p></w:tc></w:tr></w:tbl>");
        (await Read(file, "a.docx")).ShouldHaveSingleItem().Rows.Single(row => row.Number == 2).StatusText.ShouldBe(shown);
    }

    [Fact]
    public async Task Columns_of_ones_own_in_word_are_told_apart_too()
    {
        static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";
        static string Cell(string text, int span = 1) => $"<w:tc><w:tcPr><w:gridSpan w:val=\"{span}\"/></w:tcPr>{OfficeFiles.P(text)}</w:tc>";
        var file = OfficeFiles.Docx($"<w:tbl>{Row(Cell("項目"), Cell("確認事項", 2), Cell("前回"), Cell("実施状況"))}{Row(Cell("2)"), Cell("文の"), Cell("続き"), Cell("実施"), Cell(""))}</w:tbl>");
        var reading = (await Read(file, "a.docx")).ShouldHaveSingleItem();
        reading.Rows.Single(row => row.Number == 2).StatusText.ShouldBe("");
        reading.Unread.ShouldContain("2)：前回「実施」");
    }

    [Theory]
    [InlineData("00-form.docx")]
    [InlineData("00-form.xlsx")]
    public async Task A_protected_form_says_so(string name) =>
        (await Refused(Field.Encrypted(), name)).ShouldBe("file-protected");

    private async Task<FormReading> Sheet(params IReadOnlyList<string>[] rows) =>
        (await Read(OfficeFiles.Xlsx(null, null, ("別紙", null, OfficeFiles.Rows([[Title], .. rows]))), "a.xlsx")).ShouldHaveSingleItem();

    private async Task<IReadOnlyList<FormReading>> Read(byte[] bytes, string name)
    {
        var (document, refusal) = await renderer.Readers.Read(name, bytes);
        refusal.ShouldBeNull();
        return FormReader.Read(name, "", document!, ShippedEditions.All);
    }

    private async Task<string?> Refused(byte[] bytes, string name) => (await renderer.Readers.Read(name, bytes)).Refusal?.Code;
}
