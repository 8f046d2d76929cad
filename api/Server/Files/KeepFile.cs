using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Reading;

namespace SecurityTracker.Server.Files;

/// <summary>Adds a file to a contract, to be referred to by acts and reports.</summary>
internal sealed class KeepFileEndpoint(Actor actor, FileReaders readers, Boundary boundary, KeptFiles files, FileShown shown, Writer writer) : ApiEndpoint<InContract>
{
    public override void Configure()
    {
        Post("/contracts/{contractId:guid}/files");
        Description(route => route
            .Requires(Permission.KeepFiles)
            .Limited(RateLimits.Imports)
            .TakesFile()
            .Produces<FileDetails>(StatusCodes.Status201Created));
    }

    public override async Task<IResult> ExecuteAsync(InContract request, CancellationToken ct)
    {
        if (!await boundary.HasContract(request.ContractId, ct))
        {
            return Problems.NotFound;
        }

        var upload = await FileUpload.Receive(HttpContext.Request, actor, readers, ct);
        var stream = await files.Keep(request.ContractId, partId: null, upload, ct);
        var details = (await shown.OfNew([stream], ct))[0];
        return await writer.Save(_ => details, ct, StatusCodes.Status201Created, $"/api/files/{stream.Id}", stream.Version);
    }
}
