using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.ConfirmationDocuments.Form;
using SecurityTracker.Server.Store;
using SecurityTracker.ServerTests.Form;

namespace SecurityTracker.ServerTests.ConfirmationDocuments;

public sealed class DocumentFormTests(Renderer renderer) : IClassFixture<Renderer>
{
    [Theory]
    [MemberData(nameof(SampleForms.Editions), MemberType = typeof(SampleForms))]
    public void The_word_file_is_valid_and_says_what_the_edition_says(string code)
    {
        var document = SampleDocuments.Of(code);
        using var file = WordprocessingDocument.Open(new MemoryStream(DocxDocument.Write(document)), isEditable: false);

        new OpenXmlValidator().Validate(file).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        var items = file.MainDocumentPart!.Document.Body!.Elements<Table>().Single(table => CellsOf(table.Elements<TableRow>().First())[^1] == "遵守の方法" && CellsOf(table.Elements<TableRow>().First()).Count == 3);
        ItemsOf(items).ShouldBe(document.Items.Select(item => (item.Label, Whole(item), item.Method)));
    }

    [Theory]
    [MemberData(nameof(SampleForms.Editions), MemberType = typeof(SampleForms))]
    public async Task The_pdf_says_what_the_edition_says(string code)
    {
        var document = SampleDocuments.Of(code);
        var read = await Read(document);
        var whole = Squeezed(read.Text);
        var at = 0;
        foreach (var expected in (string[])[.. document.Marks, document.DateText, document.Addressee, document.Title, document.Preamble, "記", DocumentWords.ContractHeading, DocumentWords.OrganizationHeading, DocumentWords.MethodsHeading, DocumentWords.PapersHeading, DocumentWords.PartsHeading])
        {
            at = whole.IndexOf(Squeezed(expected), at, StringComparison.Ordinal);
            at.ShouldBeGreaterThanOrEqualTo(0, expected);
        }

        // Columns are read line by line beside each other: no character of what is to be printed may be missing, whatever its order.
        var expectedCounts = (string.Concat(document.Items.Select(item => item.Label + Whole(item) + item.Method))
            + string.Concat(document.Workers.Rows.Concat(document.Handlers!.Rows).Concat(document.Roles.Rows).Concat(document.Papers.Rows).SelectMany(row => row))).Where(c => !char.IsWhiteSpace(c)).CountBy(c => c);
        var printed = whole.CountBy(c => c).ToDictionary();
        expectedCounts.Where(count => printed.GetValueOrDefault(count.Key) < count.Value).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_pdf_is_archival_and_the_same_every_time()
    {
        var document = SampleDocuments.Of("ED-D");
        var bytes = await new PdfDocument(renderer.Children).Render(document, CancellationToken.None);
        if (Environment.GetEnvironmentVariable("KEEP_SAMPLES") is { } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "long.pdf"), bytes);
            await File.WriteAllBytesAsync(Path.Combine(folder, "long.docx"), DocxDocument.Write(document));
            await File.WriteAllBytesAsync(Path.Combine(folder, "masked.pdf"), await new PdfDocument(renderer.Children).Render(SampleDocuments.Of("ED-A", people: 2, number: null, masked: true), CancellationToken.None));
        }

        var text = Encoding.Latin1.GetString(bytes);
        text.ShouldContain("<pdfaid:part>2</pdfaid:part>");
        text.ShouldContain("<pdfaid:conformance>A</pdfaid:conformance>");
        (await new PdfDocument(renderer.Children).Render(document, CancellationToken.None)).ShouldBe(bytes);
        DocxDocument.Write(document).ShouldBe(DocxDocument.Write(document));
    }

    private static string Whole(PrintedItem item) => item.Heading is { } heading ? $"{heading}\n{item.Text}" : item.Text;

    private static List<(string Label, string Text, string Method)> ItemsOf(Table table)
    {
        var items = new List<(string Label, string Text, string Method)>();
        foreach (var cells in table.Elements<TableRow>().Skip(1).Select(CellsOf))
        {
            if (cells[0].EndsWith(RowSlices.Continued, StringComparison.Ordinal))
            {
                items[^1] = (items[^1].Label, Joined(items[^1].Text, cells[1]), Joined(items[^1].Method, cells[2]));
            }
            else
            {
                items.Add((cells[0], cells[1], cells[2]));
            }
        }

        return items;
    }

    private static string Joined(string text, string more) => more.Length == 0 ? text : $"{text}\n{more}";

    private static List<string> CellsOf(TableRow row) => [.. row.Elements<TableCell>().Select(cell => string.Join('\n', cell.Elements<Paragraph>().Select(paragraph => string.Concat(paragraph.Descendants<Text>().Select(text => text.Text)))))];

    private async Task<ReadDocument> Read(PrintedDocument document)
    {
        var outcome = await renderer.Readers.Read("a.pdf", await new PdfDocument(renderer.Children).Render(document, CancellationToken.None));
        outcome.Refusal.ShouldBeNull();
        return outcome.Value!;
    }

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
