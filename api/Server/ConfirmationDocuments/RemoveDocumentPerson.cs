using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>Takes a person off the roster of the draft. What is kept of them stays for the history until it is erased.</summary>
public static class RemoveDocumentPersonEndpoint
{
    /// <summary>DELETE /api/contracts/{contractId}/confirmation-document/draft/people/{personId}.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapDelete("/contracts/{contractId:guid}/confirmation-document/draft/people/{personId:guid}", Handle)
        .Requires(Permission.DraftConfirmationDocument)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("removeDocumentPerson")
        .WithTags("ConfirmationDocuments");

    private static Task<IResult> Handle(Guid contractId, Guid personId, IfMatch ifMatch, DocumentWriting writing, CancellationToken ct) =>
        writing.Decide(contractId, ifMatch, new RemoveDocumentPerson(personId), ct);
}
