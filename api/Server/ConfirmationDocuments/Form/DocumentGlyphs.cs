using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Printing;

namespace SecurityTracker.Server.ConfirmationDocuments.Form;

/// <summary>Looks for what the two pinned fonts cannot print, place by place.</summary>
internal static class DocumentGlyphs
{
    /// <summary>Each missing character or variant once for each place it stands in.</summary>
    public static IReadOnlyList<UnprintableInDocument> Missing(PrintedDocument document) =>
    [
        .. from place in PlacesOf(document)
           from text in Glyphs.MissingIn(place.Text).Distinct(StringComparer.Ordinal)
           select new UnprintableInDocument(place.Name, text, Glyphs.CodePointsOf(text)),
    ];

    private static IEnumerable<(string Name, string Text)> PlacesOf(PrintedDocument document) =>
    [
        ("宛名", document.Addressee),
        .. document.Sender.Concat(document.Contract).Select(line => (line.Label, line.Value)),
        .. document.Organization.Select(line => (line.Label[3..], line.Value)),
        ("従事者の名簿", TextOf(document.Workers)),
        ("情報取扱者名簿", document.Handlers is { } handlers ? TextOf(handlers) : ""),
        .. document.Items.Select(item => ($"{item.Label}遵守の方法", item.Text + item.Method)),
        ("書類の名称", TextOf(document.Papers)),
        .. document.Parts.Select(part => (part.SubcontractorName, part.SubcontractorName + TextOf(part.Rows))),
    ];

    private static string TextOf(PrintedTable table) => string.Join('\n', table.Rows.SelectMany(row => row));
}
