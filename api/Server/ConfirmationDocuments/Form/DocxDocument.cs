using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Printing;
using static SecurityTracker.Server.Printing.DocxParagraphs;
using DocxStyles = SecurityTracker.Server.Printing.DocxStyles;

namespace SecurityTracker.Server.ConfirmationDocuments.Form;

/// <summary>
/// The 確認書類 as a Word file in the look of the 別紙: A4, ＭＳ 明朝, real headings and table headers. The same document gives the same bytes.
/// </summary>
internal static class DocxDocument
{
    private const string MainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static readonly int[] TwoColumns = [1900, 7738];
    private static readonly int[] WorkerColumns = [1300, 1700, 1450, 2144, 2044, 1000];
    private static readonly int[] HandlerColumns = [1400, 3238, 1700, 1900, 1400];
    private static readonly int[] ItemColumns = [1000, 4319, 4319];
    private static readonly int[] PaperColumns = [1000, 5438, 3200];
    private static readonly int[] PartColumns = [1000, 8638];

    // A line of a wide column holds 20 characters of 10 pt, and a page about 50 lines: a row of up to 34 lines moves as a whole.
    private const int LineWidth = 20;
    private const int WholeRow = 34;

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(PrintedDocument document)
    {
        using var stream = new MemoryStream(capacity: 64 * 1024);
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document, autoSave: false))
        {
            var main = file.AddNewPart<MainDocumentPart>(MainType, "rId1");
            DocxStyles.AddTo(main);
            main.AddNewPart<FooterPart>("rId3").Footer = new Footer(PageNumber());
            main.Document = new Document(BodyOf(document));
            main.Document.Save();
            main.FooterParts.Single().Footer.Save();
            StableZip.Describe(file.AddNewPart<CoreFilePropertiesPart>("rId2"), document.Title);
        }

        return StableZip.Rewrite(stream);
    }

    private static Body BodyOf(PrintedDocument document)
    {
        var body = new Body();
        body.Append(document.Marks.Select(mark => Line(mark, "Corner")));
        body.Append(Line(document.DateText, "Corner"), Line(document.Addressee, "Addressee"));
        body.Append(document.Sender.Select(line => Sender(Spread(line.Label), line.Value)));
        body.Append(
            Line(document.Title, "Heading1"),
            Line(document.Preamble, "Preamble"),
            Line(DocumentWords.Below, "Centre"),
            Line(DocumentWords.ContractHeading, "Heading2"),
            Grid(TwoColumns, document.Contract.Select(line => Row(Cell(TwoColumns[0], line.Label), Cell(TwoColumns[1], line.Value)))));
        AppendOrganization(body, document);
        body.Append(
            Line(DocumentWords.MethodsHeading, "Heading2"),
            Grid(ItemColumns, [HeaderRow(ItemColumns, document.ItemColumns), .. document.Items.SelectMany(RowsOf)]),
            Line(DocumentWords.PapersHeading, "Heading2"));
        AppendTable(body, PaperColumns, document.Papers);
        if (document.Parts.Count > 0)
        {
            body.Append(Line(DocumentWords.PartsHeading, "Heading2"));
        }

        foreach (var part in document.Parts)
        {
            body.Append(Line(part.SubcontractorName, "Heading3"));
            AppendTable(body, PartColumns, part.Rows);
        }

        body.Append(
            new SectionProperties(
                new FooterReference { Type = HeaderFooterValues.Default, Id = "rId3" },
                new PageSize { Width = 11906, Height = 16838 },
                new PageMargin { Top = 1134, Bottom = 1134, Left = 1134, Right = 1134, Header = 567, Footer = 567, Gutter = 0 }));
        return body;
    }

    private static void AppendOrganization(Body body, PrintedDocument document)
    {
        body.Append(Line(DocumentWords.OrganizationHeading, "Heading2"));
        AppendText(body, document.Organization[0]);
        body.Append(Line(DocumentWords.Roles, "Heading3"));
        AppendTable(body, TwoColumns, document.Roles);
        AppendText(body, document.Organization[1]);
        AppendText(body, document.Organization[2]);
        body.Append(Line(DocumentWords.Workers, "Heading3"));
        AppendTable(body, WorkerColumns, document.Workers);
        if (document.Handlers is { } handlers)
        {
            body.Append(Line(DocumentWords.Handlers, "Heading3"));
            AppendTable(body, HandlerColumns, handlers);
        }
    }

    private static void AppendText(Body body, PrintedLine text)
    {
        body.Append(Line(text.Label, "Heading3"));
        body.Append(text.Value.Split('\n').Select(paragraph => Line(paragraph, "Indented")));
    }

    private static void AppendTable(Body body, int[] widths, PrintedTable table)
    {
        if (table.Rows.Count == 0)
        {
            body.Append(Line(DocumentWords.None, "Indented"));
            return;
        }

        body.Append(Grid(widths, [HeaderRow(widths, table.Columns), .. table.Rows.Select(row => Row(row.Select((text, column) => Cell(widths[column], text))))]));
    }

    // The text and the method of a long item are cut side by side, each part with the label beside it.
    private static IEnumerable<TableRow> RowsOf(PrintedItem item)
    {
        var text = item.Heading is { } heading ? $"{heading}\n{item.Text}" : item.Text;
        var (texts, methods) = (RowSlices.Of(text, LineWidth, WholeRow), RowSlices.Of(item.Method, LineWidth, WholeRow));
        var count = Math.Max(texts.Count, methods.Count);
        for (var part = 0; part < count; part++)
        {
            var (first, last) = (part == 0, part == count - 1);
            yield return Row(
                LabelCell(ItemColumns[0], first ? item.Label : item.Label + RowSlices.Continued, first, last),
                Cell(ItemColumns[1], texts.ElementAtOrDefault(part) ?? "", first, last),
                Cell(ItemColumns[2], methods.ElementAtOrDefault(part) ?? "", first, last));
        }
    }

    // 住　　　所: as wide as 代表者氏名.
    private static string Spread(string label) => label.Length == 2 ? $"{label[0]}　　　{label[1]}" : label;
}
