using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>The draft as it is to be presented.</summary>
/// <param name="EffectiveFrom">From when a change is to apply; left out: from the officer's word on.</param>
/// <param name="Note">A word to the officer, or null; it goes with the request and not into the document.</param>
internal sealed record PresentConfirmationDocumentRequest(DateOnly? EffectiveFrom = null, string? Note = null);

/// <summary>What presenting answers: the write, the version's number, the request for the officer's word, and the hash of each kept file.</summary>
internal sealed record PresentedDocument(Guid Id, long Version, long Sequence, int Number, Guid? ActId, IReadOnlyList<DocumentFile> Files);

/// <summary>
/// Presents the draft (提示): it is frozen as the next version with its files, and the officer's word is asked for in the same transaction:
/// 了承 (了解) for a first version, 同意 for a change.
/// </summary>
internal sealed class PresentConfirmationDocumentEndpoint(
    Writer writer, DocumentReader reader, DocumentWriter documents, Presenting presenting) : ApiEndpoint<OnDocument<PresentConfirmationDocumentRequest>>
{
    public override void Configure()
    {
        Post("/contracts/{contractId:guid}/confirmation-document/versions");
        Description(route => route
            .Requires(Permission.PresentConfirmationDocument)
            .RequiresRecentSignIn()
            .Produces<PresentedDocument>(StatusCodes.Status201Created)
            .Refuses(
                StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed,
                StatusCodes.Status422UnprocessableEntity, StatusCodes.Status428PreconditionRequired, StatusCodes.Status503ServiceUnavailable));
    }

    public override async Task<IResult> ExecuteAsync(OnDocument<PresentConfirmationDocumentRequest> request, CancellationToken ct)
    {
        var stream = await documents.Fetch(request.ContractId, request.IfMatch, ct);
        // The document is read after its stream: what is printed is what is presented, or the append conflicts.
        if (await reader.Find(request.ContractId, ct) is not { } at || at.Version != stream.Version)
        {
            return Problems.VersionStale;
        }

        var presented = await presenting.Record(at, stream, request.Body, ct);
        return await writer.Save(
            sequence => presented with { Version = stream.Version, Sequence = sequence },
            ct, StatusCodes.Status201Created, $"/api/contracts/{request.ContractId}/confirmation-document/versions/{presented.Number}", stream.Version);
    }
}
