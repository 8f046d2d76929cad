using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Printing;
using static SecurityTracker.Server.Printing.XlsxStyles;

namespace SecurityTracker.Server.Reports.Form;

/// <summary>
/// The 別紙 as a workbook: one sheet for the form and one for the 別葉, each set to print on A4 with its table header on every page.
/// The status cells offer the three words of the form. The same form gives the same bytes.
/// </summary>
internal static class XlsxForm
{
    private const double LineHeight = 14.5;

    // The middle column holds 33 full-width characters; a row may not be taller than 409 points.
    private const int LineWidth = 33;
    private const int WholeRow = 26;
    private const int ReasonWidth = 30;

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(FilledForm form) => XlsxBook.Write(
        form.Title,
        form.Reasons.Count > 0 ? [("別紙", FormSheet(form)), (FormWords.ReasonSheet, ReasonSheet(form))] : [("別紙", FormSheet(form))]);

    private static XlsxSheet FormSheet(FilledForm form)
    {
        var sheet = new XlsxSheet(19, 71, 12) { PageHeader = form.Replacement?.Sentence };
        sheet.Add(Wide(form.Mark, RIGHT));
        if (form.DocumentNumber is { } number)
        {
            sheet.Add(Wide(number, RIGHT));
        }

        sheet.Add(Wide(Wareki.FormatOrBlank(form.ReportedOn), RIGHT));
        sheet.Add(Wide(form.Addressee, PLAIN), height: 30);
        sheet.Add(["", $"住　　　所　{form.ContractorAddress}", ""], [PLAIN, SENDER, PLAIN], LinesHigh(form.ContractorAddress, 18));
        sheet.Add(["", $"名　　　称　{form.ContractorName}", ""], [PLAIN, SENDER, PLAIN], LinesHigh(form.ContractorName, 18));
        sheet.Add(["", $"{FormWords.Representative}　{form.RepresentativeName}", ""], [PLAIN, SENDER, PLAIN], LinesHigh(form.RepresentativeName, 18));
        sheet.Add(Wide(form.Title, TITLE), height: 48);
        sheet.Add(Wide(form.Preamble, PLAIN), height: 24);
        sheet.Add(Wide(FormWords.Below, CENTRE));
        sheet.Add(Wide(form.ContractHeading, PLAIN), height: 24);
        sheet.Add([FormWords.SignedOn, form.SignedOn is { } signedOn ? Wareki.Format(signedOn) : "", ""], [CELL, CELL, CELL], height: 18.5, merge: "B:C");
        sheet.Add([FormWords.ContractName, form.ContractName, ""], [CELL, CELL, CELL], LinesHigh(form.ContractName, 38), merge: "B:C");
        sheet.Add(Wide(form.ReportHeading, PLAIN), height: 24);
        sheet.AddHeader(form.Columns);
        var first = sheet.NextRow;
        foreach (var row in form.Rows)
        {
            AddRow(sheet, row);
        }

        sheet.Offer($"C{first}:C{sheet.NextRow - 1}", "実施", "未実施", "該当なし");
        AddNotes(sheet, form);
        return sheet;
    }

    private static void AddRow(XlsxSheet sheet, FilledRow row)
    {
        var parts = RowSlices.Of(row.Text, LineWidth, WholeRow);
        for (var part = 0; part < parts.Count; part++)
        {
            sheet.Add(
                [LabelOf(row.Label, part), parts[part], FormWords.Of(row.Status)],
                [CELL, CELL, STATUS],
                Math.Max(3, RowSlices.LinesOf(parts[part], LineWidth)) * LineHeight + 6);
        }
    }

    private static void AddNotes(XlsxSheet sheet, FilledForm form)
    {
        if (form.Notes.Count > 0)
        {
            sheet.Add(Wide(FormWords.Notes, PLAIN), height: 24);
        }

        foreach (var note in form.Notes)
        {
            sheet.Add(Wide(note, PLAIN), LinesHigh(note, 48));
        }

        if (form.Closing is { } closing)
        {
            sheet.Add(Wide(closing, PLAIN), LinesHigh(closing, 48));
        }
    }

    private static XlsxSheet ReasonSheet(FilledForm form)
    {
        var sheet = new XlsxSheet(22, 12, 68) { PageHeader = form.Replacement?.Sentence };
        sheet.Add(Wide(FormWords.ReasonSheet, RIGHT));
        sheet.Add(Wide(FormWords.ReasonTitle, TITLE), height: 48);
        sheet.Add(Wide($"{FormWords.ContractName}　{form.ContractName}", PLAIN), LinesHigh(form.ContractName, 42));
        sheet.AddHeader([form.Columns[0], form.Columns[^1], FormWords.Reason]);
        foreach (var entry in form.Reasons)
        {
            var parts = RowSlices.Of(entry.Text, ReasonWidth, WholeRow);
            for (var part = 0; part < parts.Count; part++)
            {
                sheet.Add(
                    [LabelOf(entry.Label, part), FormWords.Of(entry.Status), parts[part]],
                    [CELL, STATUS, CELL],
                    Math.Min(400, Math.Max(3, RowSlices.LinesOf(parts[part], ReasonWidth)) * LineHeight + 6));
            }
        }

        return sheet;
    }

    private static (string[] Values, uint[] Styles, string Merge) Wide(string text, uint style) => ([text, "", ""], [style, style, style], "A:C");

    private static string LabelOf(string label, int part) => string.Join('\n', FormWords.LinesOf(part == 0 ? label : label + RowSlices.Continued));

    private static double LinesHigh(string text, int width) => RowSlices.LinesOf(text, width) * LineHeight + 4;
}
