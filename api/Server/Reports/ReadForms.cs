using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Catalogue;
using SecurityTracker.Server.Files;
using SecurityTracker.Server.Reading;

namespace SecurityTracker.Server.Reports;

/// <summary>
/// Reads filled 別紙 files (docx, xlsx, PDF with a text layer), several at once, each sheet of a workbook with a form by itself, and says what changed since the form before. Nothing is kept; a file that cannot be read says so
/// in its own place and does not stand in the way of the others.
/// </summary>
internal sealed class ReadFormsEndpoint(Actor actor, FileReaders readers, EditionsInSight sight, EarlierForms earlier) : ApiEndpoint
{
    private const int MostFiles = 50;

    private const int LargestRequest = 6 * FileReaders.LargestFile;

    public override void Configure()
    {
        Post("/form-readings");
        Description(route => route
            .Requires(Permission.ReadFilledForms)
            .Limited(RateLimits.Imports)
            .Accepts<IFormFileCollection>("multipart/form-data")
            .WithMetadata(new RequestSizeLimitAttribute(LargestRequest), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = LargestRequest })
            .Produces<IReadOnlyList<FormReadingDetails>>()
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType)
            .WithTags("Reports"));
    }

    public override async Task<IResult> ExecuteAsync(CancellationToken ct)
    {
        var files = await HttpContext.Request.ReadFiles(LargestRequest, ct);
        if (files.Count is 0 or > MostFiles)
        {
            return Problems.MalformedBody;
        }

        var published = (await sight.All(ct)).Select(edition => edition.Value.Current!).ToList();
        var readings = new List<FormReading>(files.Count);
        foreach (var file in files)
        {
            readings.AddRange(await Read(file, actor, readers, published, ct));
        }

        return new Answer<IReadOnlyList<FormReadingDetails>>(await earlier.Compare(readings, ct));
    }

    private static async Task<IReadOnlyList<FormReading>> Read(IFormFile file, Actor actor, FileReaders readers, List<AnnexEdition> editions, CancellationToken ct)
    {
        await using var hashed = file.OpenReadStream();
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(hashed, ct));
        await using var content = file.OpenReadStream();
        var name = KanjiForms.Composed(file.FileName);
        var (document, refusal) = await readers.Document(actor, name, content, ct);
        return document is not null
            ? FormReader.Read(name, sha256, document, editions)
            : [Unread(name, sha256, refusal!)];
    }

    private static FormReading Unread(string fileName, string sha256, Refusal refusal) => new(
        fileName, sha256, new(Code: null, Revision: null, "none"), new(), [], [], Explanation10: null, [new(refusal.Code, Number: null, refusal.Message)], []);
}
