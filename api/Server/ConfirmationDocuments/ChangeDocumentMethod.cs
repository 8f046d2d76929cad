using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>遵守の方法 as the document is to say it; blank takes it out.</summary>
internal sealed record ChangeDocumentMethodRequest(string? Method);

/// <summary>Writes a method in the draft itself; the record of the requirement stays as it is.</summary>
internal sealed class ChangeDocumentMethodEndpoint(DocumentWriter documents) : ApiEndpoint<OnDocumentMethod<ChangeDocumentMethodRequest>>
{
    public override void Configure()
    {
        Put("/contracts/{contractId:guid}/confirmation-document/draft/methods/{number:int}");
        Description(route => route
            .Requires(Permission.DraftConfirmationDocument)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override Task<IResult> ExecuteAsync(OnDocumentMethod<ChangeDocumentMethodRequest> request, CancellationToken ct) =>
        documents.Decide(request.ContractId, request.IfMatch, new ChangeDocumentMethod(request.Number, request.Body.Method), ct);
}
