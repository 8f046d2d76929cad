using System.Text;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests.Form;

public sealed class PdfFormTests(Renderer renderer) : IClassFixture<Renderer>
{
    [Theory]
    [MemberData(nameof(SampleForms.Editions), MemberType = typeof(SampleForms))]
    public async Task Every_row_says_what_the_edition_says(string code)
    {
        var form = SampleForms.Of(code);
        var rows = RowsOf(await Read(form), form.Columns);
        rows.ShouldBe(form.Rows.Select(row => (Squeezed(row.Label), Squeezed(row.Text), FormWords.Of(row.Status))));
    }

    [Theory]
    [MemberData(nameof(SampleForms.Editions), MemberType = typeof(SampleForms))]
    public async Task The_fixed_texts_are_printed_to_the_last_line(string code)
    {
        var form = SampleForms.Of(code);
        var text = Squeezed((await Read(form)).Text);
        var at = 0;
        foreach (var expected in (string[])[form.Mark, "霞調第１２号", "令和８年１０月１５日", form.Addressee, form.ContractorAddress, form.ContractorName, form.RepresentativeName, form.Title, form.Preamble, "記", form.ContractHeading, "令和８年７月１０日", form.ContractName, form.ReportHeading, .. form.Notes, form.Closing ?? "", FormWords.ReasonSheet])
        {
            at = text.IndexOf(Squeezed(expected), at, StringComparison.Ordinal);
            at.ShouldBeGreaterThanOrEqualTo(0, expected);
        }
    }

    [Fact]
    public async Task A_replacement_says_so_above_its_first_page_and_leaves_the_form_alone()
    {
        var form = SampleForms.Of("ED-D");
        var replacement = await Read(form with { Replacement = SampleForms.Replacement });
        var says = replacement.Blocks.Where(block => Squeezed(string.Concat(block.Cells)).Contains("差替え（令和８年１０月１日付けの報告書に代わるもの。変更した項目：８）、１５））", StringComparison.Ordinal)).ToList();
        says.ShouldHaveSingleItem().Place.ShouldBe(replacement.Blocks[0].Place);
        RowsOf(replacement, form.Columns).ShouldBe(RowsOf(await Read(form), form.Columns));
    }

    [Fact]
    public async Task The_reasons_stand_on_the_last_page()
    {
        var form = SampleForms.Of("ED-D");
        var document = await Read(form);
        var last = document.Blocks[^1].Place;
        var sheet = new ReadDocument([.. document.Blocks.Where(block => block.Place == last)]);
        RowsOf(sheet, [form.Columns[0], form.Columns[2], FormWords.Reason])
            .ShouldBe(form.Reasons.Select(entry => (Squeezed(entry.Label), FormWords.Of(entry.Status), Squeezed(entry.Text))));
    }

    [Fact]
    public async Task A_row_that_goes_on_shows_its_label_again()
    {
        var form = SampleForms.Of("ED-D");
        var pages = (await Read(form)).Blocks.Where(block => block.InTable).GroupBy(block => block.Place);
        pages.ShouldAllBe(page => page.SkipWhile(block => block.Cells[0] != "項目").Skip(1).First().Cells[0].StartsWith("情報セキュリティ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_form_gives_the_same_bytes_from_another_process_too()
    {
        var form = SampleForms.Of("ED-C");
        var first = await renderer.Pdf.Render(form, CancellationToken.None);
        await renderer.Pdf.Render(SampleForms.Of("ED-A"), CancellationToken.None);
        (await renderer.Pdf.Render(form, CancellationToken.None)).ShouldBe(first);
        using var other = new Renderer();
        (await other.Pdf.Render(form, CancellationToken.None)).ShouldBe(first);
    }

    [Fact]
    public async Task The_file_is_archival_and_tagged()
    {
        var pdf = Encoding.Latin1.GetString(await renderer.Pdf.Render(SampleForms.Of("ED-D"), CancellationToken.None));
        pdf.ShouldContain("<pdfaid:part>2</pdfaid:part>");
        pdf.ShouldContain("<pdfaid:conformance>A</pdfaid:conformance>");
        pdf.ShouldContain("/StructTreeRoot");
        pdf.ShouldContain("BIZUDMincho");
    }

    [Theory]
    [InlineData("#read(\"/etc/passwd\")")]
    [InlineData("$x^2$ *太字* _斜体_ `code` <label> @ref // 注")]
    [InlineData("#import \"@preview/cetz:0.3.0\"")]
    [InlineData("]{)} \\ \" ' ~ -- ---")]
    public async Task What_a_person_writes_is_printed_and_never_run(string text)
    {
        var form = SampleForms.Of("ED-D", SampleForms.Header with { ContractorName = text });
        Squeezed((await Read(form)).Text).ShouldContain("名称" + Squeezed(text));
    }

    [Theory]
    [InlineData("髙﨑𠮷田")]
    [InlineData("葛\U000E0100城 葛\U000E0101飾 辻\U000E0100本")]
    public async Task Names_are_printed_as_they_are_written(string name)
    {
        var form = SampleForms.Of("ED-D", SampleForms.Header with { RepresentativeTitle = null, RepresentativeName = name });
        (await Read(form)).Blocks.Select(block => Squeezed(string.Concat(block.Cells))).ShouldContain("代表者氏名" + Squeezed(name));
    }

    [Fact]
    public async Task A_draft_with_a_character_that_no_font_has_is_shown_all_the_same() =>
        (await renderer.Pdf.Render(SampleForms.Of("ED-D", SampleForms.Header with { ContractorName = "絵文字😀" }), CancellationToken.None)).Length.ShouldBeGreaterThan(1000);

    [Fact]
    public async Task A_long_reason_goes_on_over_the_pages()
    {
        var form = SampleForms.Of("ED-D");
        var reason = string.Concat(Enumerable.Repeat("理由を長く述べる。", 440));
        var document = await Read(form with { Reasons = [form.Reasons[0] with { Text = reason }] });
        Squeezed(document.Text).ShouldContain("理由を長く述べる。理由を長く述べる。");
        document.Blocks.Where(block => block.InTable).Sum(block => block.Cells[2].Split("理由").Length - 1).ShouldBeGreaterThanOrEqualTo(430);
    }

    private async Task<ReadDocument> Read(FilledForm form)
    {
        var outcome = await renderer.Readers.Read("a.pdf", await renderer.Pdf.Render(form, CancellationToken.None));
        outcome.Refusal.ShouldBeNull();
        return outcome.Value!;
    }

    // Rows begin where a label begins; on a next page the label is said again.
    private static List<(string First, string Second, string Third)> RowsOf(ReadDocument document, IReadOnlyList<string> columns)
    {
        var rows = new List<(string First, string Second, string Third)>();
        foreach (var page in document.Blocks.Where(block => block.InTable).GroupBy(block => block.Place))
        {
            var parts = new List<(string First, string Second, string Third)>();
            foreach (var cells in page.Select(block => block.Cells).SkipWhile(cells => !cells.SequenceEqual(columns)).Skip(1))
            {
                if (cells[0].StartsWith("情報セキュリティ", StringComparison.Ordinal))
                {
                    parts.Add(("", "", ""));
                }

                var (first, second, third) = parts[^1];
                parts[^1] = (first + Squeezed(cells[0]), second + Squeezed(cells[1]), third + Squeezed(cells[2]));
            }

            if (rows.Count > 0 && parts.Count > 0 && parts[0].First == rows[^1].First)
            {
                rows[^1] = (rows[^1].First, rows[^1].Second + parts[0].Second, rows[^1].Third + parts[0].Third);
                parts.RemoveAt(0);
            }

            rows.AddRange(parts);
        }

        return rows;
    }

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
