using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Files;

/// <summary>What is known of a file, also after its bytes are gone.</summary>
public static class GetFileEndpoint
{
    /// <summary>GET /api/files/{fileId}.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/files/{fileId:guid}", Handle)
        .Requires(Permission.ReadFiles)
        .WithMetadata(ContentPolicy.Sandbox)
        .Reads<FileDetails>()
        .WithName("getFile")
        .WithTags("Files");

    private static async Task<IResult> Handle(Guid fileId, KeptFiles files, FileShown shown, CancellationToken ct) =>
        await files.Find(fileId, ct) is { } file ? Answer.Of(await shown.Of(file, ct), file.Version) : Problems.NotFound;
}
