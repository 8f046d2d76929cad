using System.Text.Encodings.Web;
using System.Text.Json;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Printing;

namespace SecurityTracker.Server.ConfirmationDocuments.Form;

/// <summary>The 確認書類 as PDF/A-2a, set by Typst from confirmation-document.typ. The same document gives the same bytes.</summary>
internal sealed class PdfDocument(TypstChildren children)
{
    private static readonly DateOnly Undated = new(2020, 1, 1);

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file's bytes. Throws <see cref="RendererBusyException"/> when too many forms wait.</summary>
    public async Task<byte[]> Render(PrintedDocument document, CancellationToken ct) =>
        (await children.Render("confirmation-document", JsonSerializer.SerializeToUtf8Bytes(DataOf(document), Options), ct)).Bytes;

    private static Data DataOf(PrintedDocument document)
    {
        var date = document.Date ?? Undated;
        return new(
            [date.Year, date.Month, date.Day],
            document.Marks,
            document.DateText,
            document.Addressee,
            document.Sender,
            document.Title,
            document.Preamble,
            DocumentWords.Below,
            DocumentWords.ContractHeading,
            document.Contract,
            DocumentWords.OrganizationHeading,
            document.Organization,
            DocumentWords.Roles,
            document.Roles,
            DocumentWords.Workers,
            document.Workers,
            DocumentWords.Handlers,
            document.Handlers,
            DocumentWords.MethodsHeading,
            document.ItemColumns,
            document.Items,
            DocumentWords.PapersHeading,
            document.Papers,
            DocumentWords.PartsHeading,
            document.Parts,
            DocumentWords.None);
    }

    // What confirmation-document.typ reads, under the names it reads it by.
    private sealed record Data(
        IReadOnlyList<int> Date,
        IReadOnlyList<string> Marks,
        string DateText,
        string Addressee,
        IReadOnlyList<PrintedLine> Sender,
        string Title,
        string Preamble,
        string Below,
        string ContractHeading,
        IReadOnlyList<PrintedLine> Contract,
        string OrganizationHeading,
        IReadOnlyList<PrintedLine> Organization,
        string RolesHeading,
        PrintedTable Roles,
        string WorkersHeading,
        PrintedTable Workers,
        string HandlersHeading,
        PrintedTable? Handlers,
        string MethodsHeading,
        IReadOnlyList<string> ItemColumns,
        IReadOnlyList<PrintedItem> Items,
        string PapersHeading,
        PrintedTable Papers,
        string PartsHeading,
        IReadOnlyList<PrintedPart> Parts,
        string None);
}
