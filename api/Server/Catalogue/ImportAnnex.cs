using Microsoft.AspNetCore.Mvc;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Catalogue.Import;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Files;
using SecurityTracker.Server.Reading;

namespace SecurityTracker.Server.Catalogue;

/// <summary>
/// Reads the annex out of a tender: a bare text, or a file (txt, docx, PDF with a text layer) of at most 10 MB. Nothing is kept;
/// what is read goes into a contract or a draft edition by an act of its own.
/// </summary>
internal sealed class ImportAnnexEndpoint(Actor actor, FileReaders readers, EditionsInSight sight) : ApiEndpoint
{
    private const long LargestRequest = FileReaders.LargestFile + (64 * 1024);

    public override void Configure()
    {
        Post("/annex-imports");
        Description(route => route
            .Requires(Permission.ImportAnnex)
            .Limited(RateLimits.Imports)
            .Accepts<string>("text/plain", "multipart/form-data")
            .WithMetadata(new RequestSizeLimitAttribute(LargestRequest), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = LargestRequest })
            .Produces<AnnexImportDetails>()
            .Refuses(
                StatusCodes.Status400BadRequest,
                StatusCodes.Status413PayloadTooLarge,
                StatusCodes.Status415UnsupportedMediaType,
                StatusCodes.Status422UnprocessableEntity));
    }

    public override async Task<IResult> ExecuteAsync(CancellationToken ct)
    {
        if (HttpContext.Request.ContentLength > LargestRequest)
        {
            return Problems.FileTooLarge;
        }

        if (HttpContext.Request.HasFormContentType)
        {
            return await HttpContext.Request.ReadFiles(FileReaders.LargestFile, ct) is [var file, ..]
                ? await Import(KanjiForms.Composed(file.FileName), file.OpenReadStream(), actor, readers, sight, ct)
                : Problems.MalformedBody;
        }

        return HttpContext.Request.ContentType?.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) == true
            ? await Import(fileName: null, HttpContext.Request.Body, actor, readers, sight, ct)
            : Problems.MediaTypeNotSupported;
    }

    private static async Task<IResult> Import(string? fileName, Stream content, Actor actor, FileReaders readers, EditionsInSight sight, CancellationToken ct)
    {
        var (document, refusal) = await readers.Document(actor, fileName ?? "annex.txt", content, ct);
        if (refusal is not null)
        {
            return refusal == ReadingRefusals.FileTooLarge ? Problems.FileTooLarge : Problems.From(refusal);
        }

        return AnnexImporter.Read(document!.Text, await sight.Choosable(ct)) is { } import
            ? TypedResults.Ok(AnnexImportDetails.Of(fileName, import, document.Notices))
            : Problems.From(ImportRefusals.AnnexNotFound);
    }
}
