using System.Text;
using SecurityTracker.Server.Reading;
using SecurityTracker.Server.Reports.Form;
using SecurityTracker.Server.Store;
using SecurityTracker.ServerTests.Form;

namespace SecurityTracker.ServerTests.Reading;

public sealed class TextReadersTests(Renderer renderer) : IClassFixture<Renderer>
{
    private const string Sentence = "情報セキュリティに関する事項　髙橋";

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("shift_jis", false)]
    public async Task Text_is_read_in_the_encodings_of_offices(string name, bool mark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Sentence)];
        (await Read("a.txt", bytes)).Value!.Text.ShouldBe(Sentence + "\n");
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_refused() =>
        (await Read("a.txt", new byte[FileReaders.LargestFile + 1])).Refusal.ShouldBe(ReadingRefusals.FileTooLarge);

    [Theory]
    [InlineData("a.txt", 50_000, null)]
    [InlineData("a.txt", 50_001, "file-beyond-limit")]
    [InlineData("a.docx", 50_000, null)]
    [InlineData("a.docx", 50_001, "file-beyond-limit")]
    [InlineData("a.xlsx", 50_000, null)]
    [InlineData("a.xlsx", 50_001, "file-beyond-limit")]
    public async Task As_many_rows_as_the_limit_says_are_read(string name, int rows, string? code)
    {
        var read = await Read(name, Path.GetExtension(name) switch
        {
            ".txt" => HostileFiles.Lines(rows),
            ".docx" => HostileFiles.Paragraphs(rows),
            _ => HostileFiles.WithRows(rows),
        });

        (read.Refusal?.Code).ShouldBe(code);
        (read.Value?.Blocks.Count).ShouldBe(code is null ? rows : null);
    }

    [Fact]
    public async Task Another_kind_of_file_is_refused() => (await Read("a.exe", [1, 2, 3])).Refusal.ShouldBe(ReadingRefusals.FileTypeUnknown);

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.docx")]
    [InlineData("a.xlsx")]
    [InlineData("a.pdf")]
    public async Task What_is_not_what_its_name_says_is_refused(string name) =>
        (await Read(name, [0x00, 0xFF, 0x00, 0x81, 0x00, 0x01])).Refusal.ShouldBe(ReadingRefusals.FileUnreadable);

    [Theory]
    [InlineData("<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>")]
    [InlineData("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p>")]
    public async Task Hostile_or_broken_xml_is_refused(string xml) => (await Read("a.docx", DocxWith(xml))).Refusal.ShouldBe(ReadingRefusals.FileUnreadable);

    [Fact]
    public async Task Tables_within_tables_within_tables_cost_no_stack()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 50_000)) + "<w:p><w:r><w:t>底</w:t></w:r></w:p>" + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 50_000));
        var outcome = await Read("a.docx", DocxWith($"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{deep}</w:body></w:document>"));
        outcome.Value!.Text.ShouldContain("底");
    }

    [Fact]
    public async Task A_pdf_without_text_is_refused()
    {
        var pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>";
        (await Read("a.pdf", Encoding.ASCII.GetBytes(pdf))).Refusal.ShouldBe(ReadingRefusals.PdfWithoutText);
    }

    [Fact]
    public async Task A_pdf_with_a_password_says_so()
    {
        var zeros = new string('0', 64);
        var pdf = $"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj 4 0 obj<</Filter/Standard/V 1/R 2/P -4/O<{zeros}>/U<{zeros}>>>endobj\ntrailer<</Root 1 0 R/Encrypt 4 0 R/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]>>";
        (await Read("a.pdf", Encoding.ASCII.GetBytes(pdf))).Refusal.ShouldBe(ReadingRefusals.FileProtected);
    }

    [Fact]
    public async Task A_pdf_cut_in_half_is_refused_or_read_and_never_an_error()
    {
        var pdf = await renderer.Pdf.Render(SampleForms.Of("ED-D"), CancellationToken.None);
        var outcome = await Read("a.pdf", pdf[..(pdf.Length / 2)]);
        (outcome.Value is null).ShouldBe(outcome.Refusal is not null);
    }

    [Fact]
    public async Task The_paragraphs_and_cells_of_a_word_file_keep_their_order()
    {
        var form = SampleForms.Of("ED-D");
        var document = (await Read("a.docx", DocxForm.Write(form))).Value!;
        document.Blocks.First(block => block.InTable && block.Cells[0] == "項目").Cells.ShouldBe(form.Columns);
        document.Text.IndexOf(form.Title, StringComparison.Ordinal).ShouldBeLessThan(document.Text.IndexOf(form.Closing!, StringComparison.Ordinal));
    }

    private Task<ReadOutcome<ReadDocument>> Read(string name, byte[] bytes) => renderer.Readers.Read(name, bytes);

    private static byte[] DocxWith(string document) => OfficeFiles.Package(("word/document.xml", document));
}
