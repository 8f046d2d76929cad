using SecurityTracker.Domain.Files;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Files;

/// <summary>A file's bytes, to be saved and never shown by the browser itself.</summary>
internal sealed class GetFileContentEndpoint(KeptFiles files) : ApiEndpoint<OfFile>
{
    private static readonly Problem Gone = Problems.From(FileRefusals.Erased) with { Status = StatusCodes.Status410Gone };

    public override void Configure()
    {
        Get("/files/{fileId:guid}/content");
        Description(route => route
            .Requires(Permission.ReadFiles)
            .WithMetadata(ContentPolicy.Sandbox)
            .Exports()
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
            .Produces(StatusCodes.Status304NotModified)
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status410Gone));
    }

    public override async Task<IResult> ExecuteAsync(OfFile request, CancellationToken ct)
    {
        if (await files.Content(request.FileId, ct) is not { } file)
        {
            return await files.Find(request.FileId, ct) is null ? Problems.NotFound : Gone;
        }

        HttpContext.Response.NameFile(file.File.Name, file.File.Sha256);
        return Downloads.Kept(file.Content, Downloads.WithCharset(file.MediaType, file.Content), file.File.Sha256);
    }
}
