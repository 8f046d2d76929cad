using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Files;

/// <summary>What is known of a file, also after its bytes are gone.</summary>
internal sealed class GetFileEndpoint(KeptFiles files, FileShown shown) : ApiEndpoint<OfFile>
{
    public override void Configure()
    {
        Get("/files/{fileId:guid}");
        Description(route => route
            .Requires(Permission.ReadFiles)
            .WithMetadata(ContentPolicy.Sandbox)
            .Reads<FileDetails>());
    }

    public override async Task<IResult> ExecuteAsync(OfFile request, CancellationToken ct) =>
        await files.Find(request.FileId, ct) is { } file ? Answer.Of(await shown.Of(file, ct), file.Version) : Problems.NotFound;
}
