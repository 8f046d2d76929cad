namespace SecurityTracker.Server.Printing;

/// <summary>How a document of tables leaves the program.</summary>
internal sealed class SheetDownload(PdfSheet pdf)
{
    /// <summary>The file of this ending, <c>pdf</c> or <c>xlsx</c>; a PDF to be shown by the browser where it can.</summary>
    /// <param name="sheet">What is in it.</param>
    /// <param name="name">The file's name without its ending.</param>
    /// <param name="extension">The ending.</param>
    /// <param name="response">The answer that names it.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IResult> Answer(PrintedSheet sheet, string name, string extension, HttpResponse response, CancellationToken ct)
    {
        var isPdf = extension == "pdf";
        var bytes = isPdf ? await pdf.Render(sheet, ct) : XlsxTables.Write(sheet);
        response.NameFile($"{name}.{extension}", shown: isPdf);
        return Results.Bytes(bytes, isPdf ? Downloads.Pdf : Downloads.Xlsx);
    }
}
