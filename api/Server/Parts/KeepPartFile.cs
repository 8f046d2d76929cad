using SecurityTracker.Domain;
using SecurityTracker.Domain.Parts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Files;
using SecurityTracker.Server.Reading;

namespace SecurityTracker.Server.Parts;

/// <summary>Adds a file to a part: a 再委託先 to its own, what it can read again and erase; the parties of the contract see it too.</summary>
public static class KeepPartFileEndpoint
{
    /// <summary>POST /api/parts/{id}/files.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/parts/{id:guid}/files", Handle)
        .Requires(Permission.KeepPartFiles)
        .Limited(RateLimits.Imports)
        .TakesFile()
        .Produces<FileDetails>(StatusCodes.Status201Created)
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("keepPartFile")
        .WithTags("Parts");

    private static async Task<IResult> Handle(Guid id, HttpRequest request, Actor actor, FileReaders readers, KeptFiles files, FileShown shown, Acts acts, CancellationToken ct)
    {
        var (part, problem) = await acts.Fetch<Part>(id, ifMatch: null, ct);
        if ((problem ?? (part!.Aggregate.ClosedOn is null ? null : Problems.From(PartRefusals.Closed))) is { } refused)
        {
            return refused;
        }

        var (upload, unreadable) = await FileUpload.Receive(request, actor, readers, ct);
        if (upload is null)
        {
            return unreadable!;
        }

        var stream = await files.Keep(part!.Aggregate.ContractId, id, upload, ct);
        var details = (await shown.OfNew([stream], ct))[0];
        return await acts.Save(_ => details, ct, StatusCodes.Status201Created, $"/api/files/{stream.Id}", stream.Version);
    }
}
