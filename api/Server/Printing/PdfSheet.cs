using System.Text.Encodings.Web;
using System.Text.Json;

namespace SecurityTracker.Server.Printing;

/// <summary>A document of tables as PDF, set by Typst from sheet.typ. The same document gives the same bytes.</summary>
internal sealed class PdfSheet(TypstChildren children)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file's bytes. Throws <see cref="RendererBusyException"/> when too many forms wait.</summary>
    public async Task<byte[]> Render(PrintedSheet sheet, CancellationToken ct) => (await children.Render("sheet", JsonSerializer.SerializeToUtf8Bytes(
        new Data([sheet.MadeOn.Year, sheet.MadeOn.Month, sheet.MadeOn.Day], sheet.Title, sheet.Landscape, sheet.Facts, sheet.Sections, None), Options), ct)).Bytes;

    /// <summary>What stands in the place of a table without rows.</summary>
    public const string None = "ありません。";

    // What sheet.typ reads, under the names it reads it by.
    private sealed record Data(IReadOnlyList<int> Date, string Title, bool Landscape, IReadOnlyList<SheetFact> Facts, IReadOnlyList<SheetSection> Sections, string None);
}
