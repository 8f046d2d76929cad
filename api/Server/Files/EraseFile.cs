using SecurityTracker.Domain;
using SecurityTracker.Domain.Files;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Files;

/// <summary>Why the bytes go.</summary>
public sealed record EraseFileRequest(string? Reason);

/// <summary>Erases a file's bytes; its name, its hash and the reason stay.</summary>
public static class EraseFileEndpoint
{
    /// <summary>PUT /api/files/{fileId}/erasure.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/files/{fileId:guid}/erasure", Handle)
        .Requires(Permission.EraseFiles)
        .Writes()
        .WithName("eraseFile")
        .WithTags("Files");

    private static async Task<IResult> Handle(Guid fileId, EraseFileRequest request, IfMatch ifMatch, KeptFiles files, Actor actor, Acts acts, TimeProvider time, CancellationToken ct)
    {
        if (await files.Find(fileId, ct) is null)
        {
            return Problems.NotFound;
        }

        var (stream, problem) = await acts.Fetch<StoredFile>(fileId, ifMatch, ct);
        if (stream is null || problem is not null)
        {
            return problem!;
        }

        var command = new EraseFile(request.Reason, actor.OrganisationId, await files.RetainedUntil(fileId, stream.Aggregate, ct), Tokyo.Today(time));
        if (Acts.Record(stream, state => StoredFileDecider.Decide(command, state)) is { } refused)
        {
            return refused;
        }

        files.Erase(fileId);
        return await acts.Save(stream, ct);
    }
}
