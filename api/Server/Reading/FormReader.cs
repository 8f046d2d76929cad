using System.Globalization;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Reports;

namespace SecurityTracker.Server.Reading;

/// <summary>
/// Reads a filled 別紙 back: header, statuses, reasons and the ⑩ text, and which edition's words it has. Nothing is guessed: what a
/// cell says is kept beside what it was taken for, and what belongs nowhere is listed.
/// </summary>
internal static class FormReader
{
    private const int MostUnread = 300;

    /// <summary>
    /// Reads a document against the editions that are known: one form for each sheet of a workbook that bears one, and one for any
    /// other file. A file without a form is one reading that says so.
    /// </summary>
    public static IReadOnlyList<FormReading> Read(string fileName, string sha256, ReadDocument document, IReadOnlyList<AnnexEdition> editions)
    {
        var file = FormSheets.Of(document);
        if (file.Forms.Count == 0)
        {
            return [new(fileName, sha256, new(Code: null, Revision: null, "none"), new(), [], [], Explanation10: null, [.. Notices(document), FormFindings.NotAForm], Listed(file.Others.Select(Say)))];
        }

        var several = file.Forms.Count > 1 ? [FormFindings.SeveralForms([.. file.Forms.Select(form => form.Sheet ?? "")])] : Array.Empty<FormFinding>();
        return
        [
            .. file.Forms.Select(form => Read(form, document, editions, file.Others) with { FileName = fileName, Sha256 = sha256 })
                .Select(reading => reading with { Findings = [.. several, .. reading.Findings] }),
        ];
    }

    private static FormReading Read(FormSheet form, ReadDocument document, IReadOnlyList<AnnexEdition> editions, IReadOnlyList<ReadBlock> others)
    {
        var table = new FormRows(form.Columns, form.Table, document.Joint);
        var rows = NumberedRow.Of(table.Rows);
        var (edition, kind) = FormMatch.Of(editions, rows);
        var reasons = new ReasonSheetReader(form.Reasons, document.Joint);
        var lines = new FormHeaderLines(form.Above);
        var header = lines.Read();
        var read = FormMatch.Rows(edition, rows);
        return new(
            FileName: "",
            Sha256: "",
            new(edition?.Code, edition?.Revision, kind),
            header,
            read,
            reasons.Reasons,
            reasons.Explanation,
            [
                .. Notices(document),
                .. table.IsAmbiguous ? [FormFindings.StatusColumnAmbiguous] : Array.Empty<FormFinding>(),
                .. FormMatch.Twice(edition, rows),
                .. FormMatch.Findings(edition, document, header, read, reasons),
            ],
            Listed(
            [
                .. lines.Unread.Where(line => !FormMatch.IsFixed(edition, line.Text, document.LinesAreLayout)).Select(line => Say(line.Place, line.Text)),
                .. table.Rows.Where(row => FormRows.NumberOf(row.Label) is null && !row.Label.StartsWith("追加事項", StringComparison.Ordinal))
                    .Select(row => Say(row.Place, $"{row.Label} {row.Second} {row.Third}".Trim())),
                .. table.Unread,
                .. table.Lines.Where(block => !FormMatch.IsFixed(edition, string.Concat(block.Cells), document.LinesAreLayout)).Select(Say),
                .. reasons.Unread,
                .. others.Select(Say),
            ]),
            form.Sheet);
    }

    private static IEnumerable<FormFinding> Notices(ReadDocument document) =>
        (document.Notices ?? []).Select(notice => new FormFinding(notice.Code, Number: null, notice.Message));

    private static List<string> Listed(IEnumerable<string> all)
    {
        var texts = all.Where(text => text.Length > 0).ToList();
        return texts.Count <= MostUnread ? texts : [.. texts.Take(MostUnread), string.Create(CultureInfo.InvariantCulture, $"ほか{texts.Count - MostUnread}か所")];
    }

    private static string Say(ReadBlock block) => Say(block.Place, string.Join('　', block.Cells));

    private static string Say(string? place, string text) => $"{(place is null ? "" : place + "：")}{text}".Trim();
}
