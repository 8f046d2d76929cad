using SecurityTracker.Domain.Files;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Audit;

namespace SecurityTracker.Server.Files;

/// <summary>A file's bytes, to be saved and never shown by the browser itself.</summary>
public static class GetFileContentEndpoint
{
    private static readonly Problem Gone = Problems.From(FileRefusals.Erased) with { Status = StatusCodes.Status410Gone };

    /// <summary>GET /api/files/{fileId}/content.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/files/{fileId:guid}/content", Handle)
        .Requires(Permission.ReadFiles)
        .WithMetadata(ContentPolicy.Sandbox)
        .Exports()
        .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
        .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status410Gone)
        .WithName("getFileContent")
        .WithTags("Files");

    private static async Task<IResult> Handle(Guid fileId, KeptFiles files, HttpResponse response, CancellationToken ct)
    {
        if (await files.Content(fileId, ct) is not { } file)
        {
            return await files.Find(fileId, ct) is null ? Problems.NotFound : Gone;
        }

        response.NameFile(file.File.Name, file.File.Sha256);
        return Results.Bytes(file.Content, Downloads.WithCharset(file.MediaType, file.Content));
    }
}
