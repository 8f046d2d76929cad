using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Reading;

namespace SecurityTracker.Server.Files;

/// <summary>Adds a file to a contract, to be referred to by acts and reports.</summary>
public static class KeepFileEndpoint
{
    /// <summary>POST /api/contracts/{contractId}/files.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contracts/{contractId:guid}/files", Handle)
        .Requires(Permission.KeepFiles)
        .Limited(RateLimits.Imports)
        .TakesFile()
        .Produces<FileDetails>(StatusCodes.Status201Created)
        .WithName("keepFile")
        .WithTags("Files");

    private static async Task<IResult> Handle(Guid contractId, HttpRequest request, Actor actor, FileReaders readers, Boundary boundary, KeptFiles files, FileShown shown, Acts acts, CancellationToken ct)
    {
        if (!await boundary.HasContract(contractId, ct))
        {
            return Problems.NotFound;
        }

        var (upload, problem) = await FileUpload.Receive(request, actor, readers, ct);
        if (upload is null)
        {
            return problem!;
        }

        var stream = await files.Keep(contractId, partId: null, upload, ct);
        var details = (await shown.OfNew([stream], ct))[0];
        return await acts.Save(_ => details, ct, StatusCodes.Status201Created, $"/api/files/{stream.Id}", stream.Version);
    }
}
