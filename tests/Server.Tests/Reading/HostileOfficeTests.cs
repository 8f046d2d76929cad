using System.Text;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Reading;
using SecurityTracker.ServerTests.Form;

namespace SecurityTracker.ServerTests.Reading;

/// <summary>Small files that say much: each is read in time, or refused with the limit and its number; none costs stack or memory without end.</summary>
public sealed class HostileOfficeTests(Renderer renderer) : IClassFixture<Renderer>
{
    private const long MostMemory = 512L * 1024 * 1024;
    private const string Numbered = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr>";

    [Fact]
    public async Task Nested_elements_cost_no_stack()
    {
        var deep = string.Concat(Enumerable.Repeat("<x>", 100_000)) + string.Concat(Enumerable.Repeat("</x>", 100_000));
        foreach (var (name, file) in new[]
        {
            ("a.xlsx", OfficeFiles.Xlsx(deep, deep, ("別紙", null, deep + OfficeFiles.Rows(["底"])))),
            ("a.docx", OfficeFiles.Docx(deep + OfficeFiles.P("底"), deep, deep)),
        })
        {
            (await Read(name, file)).Value!.Text.ShouldContain("底");
        }
    }

    [Fact]
    public async Task A_shared_text_is_counted_as_often_as_it_is_said()
    {
        const string Space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        var cells = string.Concat(Enumerable.Range(1, 900).Select(row => $"<row r=\"{row}\"><c t=\"s\"><v>0</v></c></row>"));
        var file = OfficeFiles.Package(
            ("xl/workbook.xml", $"<workbook {Space} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"一\" sheetId=\"1\" r:id=\"worksheets_sheet1\"/></sheets></workbook>"),
            ("xl/worksheets/sheet1.xml", $"<worksheet {Space}><sheetData>{cells}</sheetData></worksheet>"),
            ("xl/sharedStrings.xml", $"<sst {Space}><si><t>{new string('あ', 500_000)}</t></si></sst>"));
        file.Length.ShouldBeLessThan(16_000);
        await IsRefused("a.xlsx", file, "4,000,000字");
    }

    [Fact]
    public async Task A_part_that_unfolds_too_far_is_refused() =>
        await IsRefused("a.docx", OfficeFiles.Docx(new string(' ', 70 * 1024 * 1024)), "64 MB");

    [Fact]
    public async Task An_archive_of_countless_parts_is_refused() =>
        await IsRefused("a.docx", OfficeFiles.Package([.. Enumerable.Range(0, 3000).Select(part => ($"word/document{part}.xml", "<x/>"))]), "2,000");

    [Fact]
    public async Task A_label_without_end_is_refused()
    {
        var list = $"<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"3888\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"{string.Concat(Enumerable.Repeat("%1", 10_000))}\"/></w:lvl></w:abstractNum><w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/></w:num>";
        await IsRefused("a.docx", OfficeFiles.Docx(string.Concat(Enumerable.Repeat(OfficeFiles.P("x", Numbered), 20_000)), list), "4,000,000字");
    }

    [Theory]
    [InlineData("a.xlsx")]
    [InlineData("a.docx")]
    public async Task Rows_without_end_are_refused(string name)
    {
        var rows = new StringBuilder();
        for (var row = 1; row <= 200_000; row++)
        {
            rows.Append(name is "a.xlsx" ? "<row><c><v>1</v></c></row>" : "<w:tr><w:tc><w:p/></w:tc></w:tr>");
        }

        await IsRefused(name, name is "a.xlsx" ? OfficeFiles.Xlsx(null, null, ("一", null, $"<sheetData>{rows}</sheetData>")) : OfficeFiles.Docx($"<w:tbl>{rows}</w:tbl>"), "50,000");
    }

    [Fact]
    public async Task Rows_that_are_only_formatted_are_no_rows()
    {
        var rows = string.Concat(Enumerable.Range(2, 200_000).Select(row => $"<row r=\"{row}\"><c r=\"A{row}\" s=\"3\"/></row>"));
        (await Read("a.xlsx", OfficeFiles.Xlsx(null, null, ("一", null, $"<sheetData><row r=\"1\"><c><v>1</v></c></row>{rows}</sheetData>")))).Value!.Text.ShouldBe("1\n");
    }

    [Theory]
    [InlineData("address")]
    [InlineData("continued")]
    [InlineData("same")]
    [InlineData("torn")]
    [InlineData("reasons")]
    public void Lines_without_number_are_sorted_in_time_that_grows_as_they_do(string kind)
    {
        const int Many = 49_000;
        ReadBlock[] heading = [new(["項目", "確認事項", "実施状況"], InTable: true)];
        ReadBlock[] blocks = kind switch
        {
            "address" => [new(["住所　東京都"]), .. Enumerable.Range(0, Many).Select(at => new ReadBlock([$"{at}番地"])), .. heading],
            "continued" => [.. heading, new(["2)", "文", "実施"], InTable: true), .. Enumerable.Range(0, Many).Select(_ => new ReadBlock(["（続き）", "文", "実施"], InTable: true))],
            "same" => [.. heading, .. Enumerable.Range(0, Many).Select(_ => new ReadBlock(["2)", "文", "実施"], InTable: true))],
            "torn" => [.. heading, new(["情報セキュリティに関する事項", "文", "実施"], InTable: true), .. Enumerable.Range(0, Many).Select(_ => new ReadBlock(["に", "文", "実施"], InTable: true))],
            _ => [.. heading, new(["別葉"]), new(["2) 理由"]), .. Enumerable.Range(0, Many).Select(_ => new ReadBlock(["続く理由"]))],
        };
        Cost.Of(() => FormReader.Read("a.docx", "", new(blocks), ShippedEditions.All).ShouldHaveSingleItem()).ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    private async Task IsRefused(string name, byte[] file, string limit)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (document, refusal) = await Read(name, file);
        document.ShouldBeNull();
        refusal!.Code.ShouldBe("file-beyond-limit");
        refusal.Message.Ja.ShouldContain(limit);
        (GC.GetTotalMemory(forceFullCollection: false) - before).ShouldBeLessThan(MostMemory);
    }

    private Task<ReadOutcome<ReadDocument>> Read(string name, byte[] file) => renderer.Readers.Read(name, file);
}
