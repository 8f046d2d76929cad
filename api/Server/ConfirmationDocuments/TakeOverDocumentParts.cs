using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>Takes the subcontractors' parts (item 5) into the draft as they are now.</summary>
internal sealed class TakeOverDocumentPartsEndpoint(DocumentReader reader, DocumentWriter documents) : ApiEndpoint<OnDocument>
{
    public override void Configure()
    {
        Post("/contracts/{contractId:guid}/confirmation-document/draft/parts/taking-over");
        Description(route => route
            .Requires(Permission.DraftConfirmationDocument)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnDocument request, CancellationToken ct) =>
        await reader.Find(request.ContractId, ct) is { } at
            ? await documents.Decide(request.ContractId, request.IfMatch, new TakeOverDocumentParts(at.Parts), ct)
            : Problems.NotFound;
}
