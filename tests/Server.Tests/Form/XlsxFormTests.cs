using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Reports.Form;

namespace SecurityTracker.ServerTests.Form;

public sealed class XlsxFormTests
{
    [Theory]
    [MemberData(nameof(SampleForms.Editions), MemberType = typeof(SampleForms))]
    public void The_file_is_valid(string code)
    {
        using var document = Open(XlsxForm.Write(SampleForms.Of(code)));
        new OpenXmlValidator().Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(SampleForms.Editions), MemberType = typeof(SampleForms))]
    public void Every_row_says_what_the_edition_says(string code)
    {
        var form = SampleForms.Of(code);
        using var document = Open(XlsxForm.Write(form));
        var cells = CellsOf(document, sheet: 0);
        var head = cells.FindIndex(row => row.SequenceEqual(form.Columns));
        var rows = new List<(string Label, string Text, string Status)>();
        foreach (var row in cells.Skip(head + 1).TakeWhile(row => row[0] != FormWords.Notes && row[1].Length > 0))
        {
            var label = row[0].Replace("\n", "", StringComparison.Ordinal);
            if (label.EndsWith(RowSlices.Continued, StringComparison.Ordinal))
            {
                row[2].ShouldBe(rows[^1].Status);
                rows[^1] = rows[^1] with { Text = rows[^1].Text + "\n" + row[1] };
            }
            else
            {
                rows.Add((label, row[1], row[2]));
            }
        }

        rows.ShouldBe(form.Rows.Select(row => (row.Label, row.Text, FormWords.Of(row.Status))));
        cells.Select(row => row[0]).Where(text => form.Notes.Contains(text) || text == form.Closing).ShouldBe([.. form.Notes, .. form.Closing is { } closing ? [closing] : Array.Empty<string>()]);
    }

    [Fact]
    public void The_reasons_stand_on_a_sheet_of_their_own()
    {
        var form = SampleForms.Of("ED-D");
        using var document = Open(XlsxForm.Write(form));
        CellsOf(document, sheet: 1).Skip(4).ShouldBe(
            form.Reasons.Select(entry => new List<string> { string.Join('\n', FormWords.LinesOf(entry.Label)), FormWords.Of(entry.Status), entry.Text }));
    }

    [Fact]
    public void No_row_is_taller_than_a_spreadsheet_can_show()
    {
        using var document = Open(XlsxForm.Write(SampleForms.Of("ED-D")));
        document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<Row>()).Where(row => row.Height is not null).ShouldAllBe(row => row.Height!.Value <= 409);
    }

    [Fact]
    public void The_same_form_gives_the_same_bytes() =>
        XlsxForm.Write(SampleForms.Of("ED-C")).ShouldBe(XlsxForm.Write(SampleForms.Of("ED-C")));

    [Fact]
    public void A_replacement_says_so_above_every_page_of_both_sheets()
    {
        var form = SampleForms.Of("ED-D");
        using var document = Open(XlsxForm.Write(form with { Replacement = SampleForms.Replacement }));
        document.WorkbookPart!.WorksheetParts.Select(part => part.Worksheet.GetFirstChild<HeaderFooter>()!.OddHeader!.Text)
            .ShouldAllBe(header => header.EndsWith("差替え（令和８年１０月１日付けの報告書に代わるもの。変更した項目：８）、１５））", StringComparison.Ordinal));
        new OpenXmlValidator().Validate(document).ShouldBeEmpty();
        using var plain = Open(XlsxForm.Write(form));
        plain.WorkbookPart!.WorksheetParts.ShouldAllBe(part => part.Worksheet.GetFirstChild<HeaderFooter>() == null || part.Worksheet.GetFirstChild<HeaderFooter>()!.OddHeader == null);
        CellsOf(document, sheet: 0).ShouldBe(CellsOf(plain, sheet: 0));
    }

    private static List<List<string>> CellsOf(SpreadsheetDocument document, int sheet)
    {
        var id = document.WorkbookPart!.Workbook.Descendants<Sheet>().ElementAt(sheet).Id!.Value!;
        var part = (WorksheetPart)document.WorkbookPart.GetPartById(id);
        return [.. part.Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InlineString?.InnerText ?? "").ToList())];
    }

    private static SpreadsheetDocument Open(byte[] bytes) => SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
}
