using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>Replaces a method of the draft by what is recorded now, with the record's version.</summary>
internal sealed class TakeOverDocumentMethodEndpoint(DocumentReader reader, DocumentWriter documents) : ApiEndpoint<OnDocumentMethod>
{
    public override void Configure()
    {
        Post("/contracts/{contractId:guid}/confirmation-document/draft/methods/{number:int}/taking-over");
        Description(route => route
            .Requires(Permission.DraftConfirmationDocument)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnDocumentMethod request, CancellationToken ct) =>
        await reader.Find(request.ContractId, ct) is { } at
            ? await documents.Decide(request.ContractId, request.IfMatch, new TakeOverDocumentMethod(at.Recorded.FirstOrDefault(record => record.Number == request.Number)), ct)
            : Problems.NotFound;
}
