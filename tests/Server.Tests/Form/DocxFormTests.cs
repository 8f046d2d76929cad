using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Reports.Form;
using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests.Form;

public sealed class DocxFormTests
{
    [Theory]
    [MemberData(nameof(SampleForms.Editions), MemberType = typeof(SampleForms))]
    public void The_file_is_valid(string code)
    {
        using var document = Open(DocxForm.Write(SampleForms.Of(code)));
        new OpenXmlValidator().Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(SampleForms.Editions), MemberType = typeof(SampleForms))]
    public void Every_row_says_what_the_edition_says(string code)
    {
        var form = SampleForms.Of(code);
        using var document = Open(DocxForm.Write(form));
        RowsOf(document.MainDocumentPart!.Document.Body!.Elements<Table>().ElementAt(1))
            .ShouldBe(form.Rows.Select(row => (row.Label, row.Text, FormWords.Of(row.Status))));
    }

    [Theory]
    [MemberData(nameof(SampleForms.Editions), MemberType = typeof(SampleForms))]
    public void The_fixed_texts_are_printed_to_the_last_line(string code)
    {
        var form = SampleForms.Of(code);
        using var document = Open(DocxForm.Write(form));
        var lines = document.MainDocumentPart!.Document.Body!.Elements<Paragraph>().Select(TextOf).ToList();
        string[] expected = [form.Mark, "霞調第１２号", "令和８年１０月１５日", form.Addressee, form.Title, form.Preamble, "記", form.ContractHeading, form.ReportHeading, .. form.Notes];
        lines.Where(expected.Contains).ShouldBe(expected);
        if (form.Closing is { } closing)
        {
            lines[lines.IndexOf(FormWords.ReasonSheet) - 1].ShouldBe(closing);
        }
    }

    [Fact]
    public void Headings_and_table_headers_are_real()
    {
        using var document = Open(DocxForm.Write(SampleForms.Of("ED-D")));
        var body = document.MainDocumentPart!.Document.Body!;
        body.Elements<Paragraph>().Count(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value is "Heading1" or "Heading2").ShouldBe(4);
        body.Elements<Table>().Skip(1).ShouldAllBe(table => table.Elements<TableRow>().First().TableRowProperties!.Elements<TableHeader>().Any());
    }

    [Fact]
    public void The_reasons_stand_on_a_page_of_their_own()
    {
        var form = SampleForms.Of("ED-D");
        using var document = Open(DocxForm.Write(form));
        var body = document.MainDocumentPart!.Document.Body!;
        body.Elements<Paragraph>().Single(paragraph => TextOf(paragraph) == FormWords.ReasonSheet).ParagraphProperties!.PageBreakBefore.ShouldNotBeNull();
        body.Elements<Table>().Last().Elements<TableRow>().Skip(1).Select(row => row.Elements<TableCell>().Select(CellText).ToList())
            .ShouldBe(form.Reasons.Select(entry => new List<string> { entry.Label, FormWords.Of(entry.Status), entry.Text }));
    }

    [Fact]
    public void A_replacement_says_so_above_every_page_and_leaves_the_form_alone()
    {
        var form = SampleForms.Of("ED-D");
        using var document = Open(DocxForm.Write(form with { Replacement = SampleForms.Replacement }));
        using var plain = Open(DocxForm.Write(form));
        document.MainDocumentPart!.HeaderParts.ShouldHaveSingleItem().Header.InnerText.ShouldBe("差替え（令和８年１０月１日付けの報告書に代わるもの。変更した項目：８）、１５））");
        document.MainDocumentPart.Document.Body!.InnerText.ShouldBe(plain.MainDocumentPart!.Document.Body!.InnerText);
        new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(document).ShouldBeEmpty();
    }

    [Fact]
    public void The_same_form_gives_the_same_bytes() =>
        DocxForm.Write(SampleForms.Of("ED-C")).ShouldBe(DocxForm.Write(SampleForms.Of("ED-C")));

    internal static List<(string Label, string Text, string Status)> RowsOf(Table table)
    {
        var rows = new List<(string Label, string Text, string Status)>();
        foreach (var row in table.Elements<TableRow>().Skip(1))
        {
            var cells = row.Elements<TableCell>().Select(CellText).ToList();
            if (cells[0].EndsWith(RowSlices.Continued, StringComparison.Ordinal))
            {
                (cells[0], cells[2]).ShouldBe((rows[^1].Label + RowSlices.Continued, rows[^1].Status));
                rows[^1] = rows[^1] with { Text = rows[^1].Text + "\n" + cells[1] };
            }
            else
            {
                rows.Add((cells[0], cells[1], cells[2]));
            }
        }

        return rows;
    }

    private static string CellText(TableCell cell) => string.Join('\n', cell.Elements<Paragraph>().Select(TextOf));

    private static string TextOf(Paragraph paragraph) => string.Concat(paragraph.Descendants<Text>().Select(text => text.Text));

    private static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
}
