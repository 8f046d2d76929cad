using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Reports;

namespace SecurityTracker.Server.Reading;

/// <summary>
/// Reads a filled 別紙 back: header, statuses, reasons and the ⑩ text, and which edition's words it has. Nothing is guessed: what a
/// cell says is kept beside what it was taken for, and what belongs nowhere is listed.
/// </summary>
public static class FormReader
{
    private static readonly string[] Heading = ["項目", "確認事項", "実施状況"];
    private static readonly string[] ReasonHeading = ["項目", "実施状況", "理由等"];

    /// <summary>Reads a document against the editions that are known.</summary>
    public static FormReading Read(string fileName, string sha256, ReadDocument document, IReadOnlyList<AnnexEdition> editions)
    {
        var blocks = document.Blocks.Where(block => block.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell))).ToList();
        var table = blocks.FindIndex(block => FormRows.IsHeading(block.Cells, Heading));
        if (table < 0)
        {
            return new(fileName, sha256, new(Code: null, Revision: null, "none"), new(), [], [], Explanation10: null, [FormFindings.NotAForm], [.. blocks.Select(Say)]);
        }

        var sheet = blocks.FindIndex(table, block => MatchText.KeyOf(string.Concat(block.Cells)) is FormWords.ReasonSheet || FormRows.IsHeading(block.Cells, ReasonHeading));
        var end = sheet < 0 ? blocks.Count : sheet;
        var rows = FormRows.Of(blocks[(table + 1)..end].Where(block => block.InTable), Heading, document.Joint);
        var numbered = rows.Select(row => (FormRows.NumberOf(row.Label)?.Number, Row: row)).ToList();
        var edition = FormMatch.Of(editions, [.. numbered.Where(row => row.Number is not null).Select(row => (row.Number!.Value, row.Row.Second))]);
        var reasons = new ReasonSheetReader(sheet < 0 ? [] : blocks[sheet..], document.Joint);
        var header = new FormHeaderLines(blocks[..table]).Read();
        var after = blocks[(table + 1)..end].Where(block => !block.InTable).ToList();
        var read = FormMatch.Rows(edition.Edition, [.. numbered.Where(row => row.Number is not null).Select(row => (row.Number!.Value, row.Row))]);
        return new(
            fileName,
            sha256,
            new(edition.Edition?.Code, edition.Edition?.Revision, edition.Kind),
            header,
            read,
            reasons.Reasons,
            reasons.Explanation,
            [.. FormMatch.Findings(edition.Edition, document, header, read, reasons)],
            [
                .. numbered.Where(row => row.Number is null && !row.Row.Label.StartsWith("追加事項", StringComparison.Ordinal)).Select(row => $"{row.Row.Label} {row.Row.Second}".Trim()),
                .. after.Where(block => !FormMatch.IsFixed(edition.Edition, block)).Select(Say),
                .. reasons.Unread.Select(Say),
            ]);
    }

    private static string Say(ReadBlock block) => $"{(block.Place is { } place ? place + "：" : "")}{string.Join('　', block.Cells)}".Trim();
}
