using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>Takes a person off the roster of the draft. What is kept of them stays for the history until it is erased.</summary>
internal sealed class RemoveDocumentPersonEndpoint(DocumentWriter documents) : ApiEndpoint<OnDocumentPerson>
{
    public override void Configure()
    {
        Delete("/contracts/{contractId:guid}/confirmation-document/draft/people/{personId:guid}");
        Description(route => route
            .Requires(Permission.DraftConfirmationDocument)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override Task<IResult> ExecuteAsync(OnDocumentPerson request, CancellationToken ct) =>
        documents.Decide(request.ContractId, request.IfMatch, new RemoveDocumentPerson(request.PersonId), ct);
}
