using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Printing;
using static SecurityTracker.Server.Printing.DocxParagraphs;

namespace SecurityTracker.Server.Reports.Form;

/// <summary>
/// The 別紙 as a Word file: A4, ＭＳ 明朝, real headings and table headers, to be edited and handed on. The same form gives the same bytes.
/// </summary>
internal static class DocxForm
{
    private const string MainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static readonly int[] ContractColumns = [1900, 7738];
    private static readonly int[] ReportColumns = [1900, 6438, 1300];
    private static readonly int[] ReasonColumns = [1900, 1300, 6438];

    // A line of the middle column holds 31 characters of 10 pt, and a page about 50 lines: rows of up to 34 lines move as a whole.
    private const int LineWidth = 31;
    private const int WholeRow = 34;

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(FilledForm form)
    {
        using var stream = new MemoryStream(capacity: 64 * 1024);
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document, autoSave: false))
        {
            var main = document.AddNewPart<MainDocumentPart>(MainType, "rId1");
            DocxStyles.AddTo(main);
            main.AddNewPart<FooterPart>("rId3").Footer = new Footer(PageNumber());
            if (form.Replacement is { } replacement)
            {
                var header = main.AddNewPart<HeaderPart>("rId4");
                header.Header = new Header(Line(replacement.Sentence, "Corner"));
                header.Header.Save();
            }

            main.Document = new Document(BodyOf(form));
            main.Document.Save();
            main.FooterParts.Single().Footer.Save();
            StableZip.Describe(document.AddNewPart<CoreFilePropertiesPart>("rId2"), form.Title);
        }

        return StableZip.Rewrite(stream);
    }

    private static Body BodyOf(FilledForm form)
    {
        var body = new Body(Line(form.Mark, "Corner"));
        if (form.DocumentNumber is { } number)
        {
            body.Append(Line(number, "Corner"));
        }

        body.Append(
            Line(Wareki.FormatOrBlank(form.ReportedOn), "Corner"),
            Line(form.Addressee, "Addressee"),
            Sender("住　　　所", form.ContractorAddress),
            Sender("名　　　称", form.ContractorName),
            Sender(FormWords.Representative, form.RepresentativeName),
            Line(form.Title, "Heading1"),
            Line(form.Preamble, "Preamble"),
            Line(FormWords.Below, "Centre"),
            Line(form.ContractHeading, "Heading2"),
            Grid(
                ContractColumns,
                Row(Cell(ContractColumns[0], FormWords.SignedOn), Cell(ContractColumns[1], form.SignedOn is { } signedOn ? Wareki.Format(signedOn) : "")),
                Row(Cell(ContractColumns[0], FormWords.ContractName), Cell(ContractColumns[1], form.ContractName))),
            Line(form.ReportHeading, "Heading2"),
            Grid(ReportColumns, [HeaderRow(ReportColumns, form.Columns), .. form.Rows.SelectMany(RowsOf)]));
        AppendNotes(body, form);
        if (form.Reasons.Count > 0)
        {
            AppendReasons(body, form);
        }

        body.Append(SectionOf(form));
        return body;
    }

    private static SectionProperties SectionOf(FilledForm form)
    {
        var section = new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = "rId3" },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 1134, Bottom = 1134, Left = 1134, Right = 1134, Header = 567, Footer = 567, Gutter = 0 });
        if (form.Replacement is not null)
        {
            section.PrependChild(new HeaderReference { Type = HeaderFooterValues.Default, Id = "rId4" });
        }

        return section;
    }

    // A row that goes on says its label and its status again: a blank cell would look like a row without an answer.
    private static IEnumerable<TableRow> RowsOf(FilledRow row)
    {
        var parts = RowSlices.Of(row.Text, LineWidth, WholeRow);
        for (var part = 0; part < parts.Count; part++)
        {
            var (first, last) = (part == 0, part == parts.Count - 1);
            yield return Row(
                LabelCell(ReportColumns[0], first ? row.Label : row.Label + RowSlices.Continued, first, last),
                Cell(ReportColumns[1], parts[part], first, last),
                Cell(ReportColumns[2], FormWords.Of(row.Status), first, last, "Status"));
        }
    }

    private static void AppendNotes(Body body, FilledForm form)
    {
        if (form.Notes.Count > 0)
        {
            body.Append(Line(FormWords.Notes, "Notes"));
        }

        foreach (var note in form.Notes)
        {
            body.Append(Line(note, "Note"));
        }

        if (form.Closing is { } closing)
        {
            body.Append(Line(closing, "Closing"));
        }
    }

    private static void AppendReasons(Body body, FilledForm form)
    {
        var mark = Line(FormWords.ReasonSheet, "Corner");
        mark.ParagraphProperties!.PageBreakBefore = new PageBreakBefore();
        body.Append(
            mark,
            Line(FormWords.ReasonTitle, "Heading1"),
            Line($"{FormWords.ContractName}　{form.ContractName}", "Preamble"),
            Grid(
                ReasonColumns,
                [
                    HeaderRow(ReasonColumns, [form.Columns[0], form.Columns[^1], FormWords.Reason]),
                    .. form.Reasons.Select(entry => new TableRow(
                        LabelCell(ReasonColumns[0], entry.Label),
                        Cell(ReasonColumns[1], FormWords.Of(entry.Status), style: "Status"),
                        Cell(ReasonColumns[2], entry.Text))),
                ]),
            Line("", "Note"));
    }
}
