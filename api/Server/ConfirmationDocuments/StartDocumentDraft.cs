using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>Begins a draft: the first from the methods as they are recorded, a later one as a copy of the version before.</summary>
internal sealed class StartDocumentDraftEndpoint(Writer writer, DocumentReader reader, DocumentWriter documents) : ApiEndpoint<OnDocument>
{
    public override void Configure()
    {
        Post("/contracts/{contractId:guid}/confirmation-document/draft");
        Description(route => route
            .Requires(Permission.DraftConfirmationDocument)
            .Creates()
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status412PreconditionFailed, StatusCodes.Status428PreconditionRequired));
    }

    public override async Task<IResult> ExecuteAsync(OnDocument request, CancellationToken ct)
    {
        var at = (await reader.Find(request.ContractId, ct)).OrNotFound();
        var stream = await documents.Fetch(request.ContractId, request.IfMatch, ct);
        var content = at.Document.Latest is { } latest
            ? latest.Content.With(at.Edition, at.ExtraItems)
            : DocumentContent.From(at.Edition, at.ExtraItems, at.Recorded);
        content = content with { Parts = at.Parts };
        documents.Record(stream, request.ContractId, new DraftConfirmationDocument(request.ContractId, content));
        return await writer.Save(stream, ct, $"/api/contracts/{request.ContractId}/confirmation-document");
    }
}
