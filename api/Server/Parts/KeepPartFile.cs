using SecurityTracker.Domain;
using SecurityTracker.Domain.Parts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Files;
using SecurityTracker.Server.Reading;

namespace SecurityTracker.Server.Parts;

/// <summary>Adds a file to a part: a 再委託先 to its own, what it can read again and erase; the parties of the contract see it too.</summary>
internal sealed class KeepPartFileEndpoint(Actor actor, FileReaders readers, KeptFiles files, FileShown shown, Writer writer) : ApiEndpoint<OfPart>
{
    public override void Configure()
    {
        Post("/parts/{id:guid}/files");
        Description(route => route
            .Requires(Permission.KeepPartFiles)
            .Limited(RateLimits.Imports)
            .TakesFile()
            .Produces<FileDetails>(StatusCodes.Status201Created)
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OfPart request, CancellationToken ct)
    {
        var part = await writer.Fetch<Part>(request.Id, ifMatch: null, ct);
        PartRefusals.Closed.ThrowIf(part.Aggregate.ClosedOn is not null);
        var upload = await FileUpload.Receive(HttpContext.Request, actor, readers, ct);
        var stream = await files.Keep(part.Aggregate.ContractId, request.Id, upload, ct);
        var details = (await shown.OfNew([stream], ct))[0];
        return await writer.Save(_ => details, ct, StatusCodes.Status201Created, $"/api/files/{stream.Id}", stream.Version);
    }
}
