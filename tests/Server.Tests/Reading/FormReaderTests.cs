using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Reading;
using SecurityTracker.Server.Reports.Form;
using SecurityTracker.ServerTests.Form;

namespace SecurityTracker.ServerTests.Reading;

public sealed class FormReaderTests(Renderer renderer) : IClassFixture<Renderer>
{
    public static IEnumerable<object[]> Files =>
        ShippedEditions.All.SelectMany(_ => (string[])["docx", "xlsx", "pdf"], (edition, type) => new object[] { edition.Code, type });

    [Theory]
    [MemberData(nameof(Files))]
    public async Task What_we_print_is_read_back_as_it_was(string code, string type)
    {
        var form = SampleForms.Of(code);
        var reading = await Read(form, type);
        reading.Findings.Select(finding => finding.Messages.Ja).ShouldBeEmpty();
        reading.Unread.ShouldBeEmpty();
        reading.Edition.ShouldBe(new(code, 1, "exact"));
        reading.Header.ShouldBe(new(
            form.ReportedOn, form.DocumentNumber, form.Addressee, form.ContractorAddress, form.ContractorName, form.RepresentativeName, form.SignedOn, form.ContractName));
        reading.Rows.Select(row => (row.Number, row.Status, row.StatusText, row.TextMatch))
            .ShouldBe(form.Rows.Select(row => (row.Number, row.Status, (string?)FormWords.Of(row.Status), "equal")));
        Reasons(reading).ShouldBe(form.Reasons.Where(entry => !entry.Label.EndsWith('⑩')).Select(entry => entry.Text));
        Squeezed(reading.Explanation10).ShouldBe(Squeezed(form.Reasons.SingleOrDefault(entry => entry.Label.EndsWith('⑩'))?.Text));
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    [InlineData("pdf")]
    public async Task Altered_words_are_found_and_shown(string type)
    {
        var form = SampleForms.Of("ED-D");
        var reading = await Read(form with { Rows = [.. form.Rows.Select(row => row.Number == 7 ? row with { Text = row.Text.Replace("証明する", "説明する", StringComparison.Ordinal) } : row)] }, type);
        reading.Edition.Kind.ShouldBe("differs");
        reading.Findings.Select(finding => (finding.Code, finding.Number)).ShouldBe([("text-differs", (int?)7)]);
        var diff = reading.Rows.Single(row => row.Number == 7).Diff!;
        diff.Where(part => part.Op == DiffOp.DELETE).ShouldHaveSingleItem().Text.ShouldContain("証");
        diff.Where(part => part.Op == DiffOp.INSERT).ShouldHaveSingleItem().Text.ShouldContain("説");
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    [InlineData("pdf")]
    public async Task What_is_missing_is_said(string type)
    {
        var form = SampleForms.Of("ED-D");
        var reading = await Read(
            form with
            {
                Rows = [.. form.Rows.Where(row => row.Number != 12).Select(row => row.Number == 5 ? row with { Status = null } : row)],
                Reasons = [form.Reasons[0]],
                Closing = null,
                ContractName = "",
            },
            type);
        reading.Findings.Select(finding => (finding.Code, finding.Number)).ShouldBe(
            [("header-missing", null), ("status-missing", 5), ("reason-missing", 8), ("row-missing", 12), ("reason-missing", 16), ("explanation-missing", 15), ("fixed-text-differs", (int?)null)]);
    }

    [Fact]
    public void A_reason_sheet_written_line_by_line_is_read()
    {
        var form = SampleForms.Of("ED-D");
        var blocks = DocumentOf(DocxForm.Write(form with { Reasons = [] })).Blocks;
        string[] sheet = ["別葉", "３）　監査の通知がないため。", "　通知があれば対応します。", "８） 契約期間中のため。", "１５）⑩ 対象のドメインはない。", "情報セキュリティに関する事項１６）：開発しないため。"];
        var reading = FormReader.Read("a.docx", "", new([.. blocks, .. sheet.Select(line => new ReadBlock([line]))]), ShippedEditions.All).ShouldHaveSingleItem();
        reading.Findings.ShouldBeEmpty();
        reading.Reasons.ShouldBe([new(3, "監査の通知がないため。\n通知があれば対応します。"), new(8, "契約期間中のため。"), new(16, "開発しないため。")]);
        reading.Explanation10.ShouldBe("対象のドメインはない。");
    }

    [Fact]
    public void A_status_in_other_words_is_kept_as_it_stands_and_said()
    {
        var blocks = DocumentOf(DocxForm.Write(SampleForms.Of("ED-D"))).Blocks;
        var altered = blocks.Select(block => block.InTable && block.Cells.Count == 3 && block.Cells[2] == "該当なし" ? block with { Cells = [block.Cells[0], block.Cells[1], "対象外"] } : block);
        var reading = FormReader.Read("a.docx", "", new([.. altered]), ShippedEditions.All).ShouldHaveSingleItem();
        reading.Rows.Single(row => row.Number == 3).ShouldBe(new(3, Status: null, "対象外", "equal", Diff: null));
        reading.Findings.ShouldContain(finding => finding.Code == "status-unknown" && finding.Number == 3);
    }

    [Fact]
    public void A_file_without_the_table_is_no_form() =>
        FormReader.Read("a.txt", "", new([new(["議事録"])]), ShippedEditions.All).ShouldHaveSingleItem().Findings.ShouldHaveSingleItem().Code.ShouldBe("form-not-found");

    [Fact]
    public void Every_status_is_read() =>
        FormReader.Read("a.docx", "", DocumentOf(DocxForm.Write(SampleForms.Of("ED-B"))), ShippedEditions.All).ShouldHaveSingleItem().Rows.Select(row => row.Status).Distinct()
            .ShouldBe([ImplementationStatus.IMPLEMENTED, ImplementationStatus.NOT_APPLICABLE, ImplementationStatus.NOT_IMPLEMENTED]);

    [Theory]
    [InlineData("header")]
    [InlineData("table")]
    [InlineData("sheet")]
    public void Texts_that_go_on_cost_what_their_length_does(string place)
    {
        Allocated(place, 100);
        Allocated(place, 12_000).ShouldBeLessThan(8 * Allocated(place, 3_000));
    }

    // In bytes: a measure that a busy machine does not change. What is quadratic takes sixteen times as much for four times the lines.
    private static long Allocated(string place, int lines)
    {
        var blocks = DocumentOf(DocxForm.Write(SampleForms.Of("ED-D"))).Blocks.ToList();
        var text = new string('字', 100);
        var (at, line) = place switch
        {
            "header" => (blocks.FindIndex(block => MatchText.KeyOf(string.Concat(block.Cells)).StartsWith("住所", StringComparison.Ordinal)) + 1, new ReadBlock([text])),
            "table" => (blocks.FindIndex(block => block.InTable && block.Cells.Count == 3 && block.Cells[2] == "該当なし") + 1, new ReadBlock(["", "", text], InTable: true)),
            _ => (blocks.Count, new ReadBlock([text])),
        };
        at.ShouldBePositive();
        blocks.InsertRange(at, Enumerable.Repeat(line, lines));
        if (place == "sheet")
        {
            blocks.InsertRange(at, [new ReadBlock(["別葉"]), new ReadBlock(["８）期間中のため。"])]);
        }

        var document = new ReadDocument(blocks);
        var before = GC.GetAllocatedBytesForCurrentThread();
        FormReader.Read("a.docx", "", document, ShippedEditions.All);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private async Task<FormReading> Read(FilledForm form, string type)
    {
        var bytes = type switch
        {
            "docx" => DocxForm.Write(form),
            "xlsx" => XlsxForm.Write(form),
            _ => await renderer.Pdf.Render(form, CancellationToken.None),
        };
        var (document, refusal) = await renderer.Readers.Read($"報告書.{type}", bytes);
        refusal.ShouldBeNull();
        return FormReader.Read($"報告書.{type}", "", document!, ShippedEditions.All).ShouldHaveSingleItem();
    }

    private static ReadDocument DocumentOf(byte[] docx)
    {
        return DocumentReader.Read("a.docx", docx).Value!;
    }

    private static IEnumerable<string> Reasons(FormReading reading) => reading.Reasons.Select(reason => reason.Text);

    private static string Squeezed(string? text) => string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c)));
}
