using SecurityTracker.Domain;
using SecurityTracker.Domain.Files;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Files;

/// <summary>Why the bytes go.</summary>
internal sealed record EraseFileRequest(string? Reason);

/// <summary>Erases a file's bytes; its name, its hash and the reason stay.</summary>
internal sealed class EraseFileEndpoint(KeptFiles files, Actor actor, Writer writer) : ApiEndpoint<OnFile<EraseFileRequest>>
{
    public override void Configure()
    {
        Put("/files/{fileId:guid}/erasure");
        Description(route => route
            .Requires(Permission.EraseFiles)
            .Writes());
    }

    public override async Task<IResult> ExecuteAsync(OnFile<EraseFileRequest> request, CancellationToken ct)
    {
        (await files.Find(request.FileId, ct)).OrNotFound();
        var stream = await writer.Fetch<StoredFile>(request.FileId, request.IfMatch, ct);
        var command = new EraseFile(request.Body.Reason ?? "", actor.OrganisationId, await files.RetainedUntil(request.FileId, stream.Aggregate, ct));
        Writer.Record(stream, state => StoredFileDecider.Decide(command, state, writer.Moment));
        files.Erase(request.FileId);
        return await writer.Save(stream, ct);
    }
}
