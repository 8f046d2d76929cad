using System.Text.Encodings.Web;
using System.Text.Json;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Printing;

namespace SecurityTracker.Server.Reports.Form;

/// <summary>The 別紙 as PDF/A-2a, set by Typst from form.typ. The same form gives the same bytes.</summary>
internal sealed class PdfForm(TypstChildren children)
{
    private static readonly DateOnly Undated = new(2020, 1, 1);

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file's bytes. Throws <see cref="RendererBusyException"/> when too many forms wait.</summary>
    public async Task<byte[]> Render(FilledForm form, CancellationToken ct) =>
        (await children.Render("form", JsonSerializer.SerializeToUtf8Bytes(DataOf(form), Options), ct)).Bytes;

    private static Data DataOf(FilledForm form)
    {
        var date = form.ReportedOn ?? Undated;
        return new(
            [date.Year, date.Month, date.Day],
            form.Mark,
            form.DocumentNumber,
            Wareki.FormatOrBlank(form.ReportedOn),
            form.Addressee,
            [
                new(FormWords.Address, form.ContractorAddress),
                new(FormWords.Name, form.ContractorName),
                new(FormWords.Representative, form.RepresentativeName),
            ],
            form.Title,
            form.Preamble,
            FormWords.Below,
            form.ContractHeading,
            [
                new(FormWords.SignedOn, form.SignedOn is { } signedOn ? Wareki.Format(signedOn) : ""),
                new(FormWords.ContractName, form.ContractName),
            ],
            form.ReportHeading,
            form.Columns,
            [.. form.Rows.Select(row => new Row(FormWords.LinesOf(row.Label), row.Text, FormWords.Of(row.Status)))],
            FormWords.Notes,
            form.Notes,
            form.Closing,
            new(
                FormWords.ReasonSheet,
                FormWords.ReasonTitle,
                [form.Columns[0], form.Columns[^1], FormWords.Reason],
                [.. form.Reasons.Select(entry => new Row(FormWords.LinesOf(entry.Label), entry.Text, FormWords.Of(entry.Status)))]),
            form.Replacement?.Sentence);
    }

    // What form.typ reads, under the names it reads it by.
    private sealed record Data(
        IReadOnlyList<int> Date,
        string Mark,
        string? DocumentNumber,
        string ReportedOn,
        string Addressee,
        IReadOnlyList<Labelled> Sender,
        string Title,
        string Preamble,
        string Below,
        string ContractHeading,
        IReadOnlyList<Labelled> Contract,
        string ReportHeading,
        IReadOnlyList<string> Columns,
        IReadOnlyList<Row> Rows,
        string NotesLabel,
        IReadOnlyList<string> Notes,
        string? Closing,
        Sheet ReasonSheet,
        string? Replacement);

    private sealed record Labelled(string Label, string Value);

    private sealed record Row(IReadOnlyList<string> Label, string Text, string Status);

    private sealed record Sheet(string Mark, string Title, IReadOnlyList<string> Columns, IReadOnlyList<Row> Rows);
}
