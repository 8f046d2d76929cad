using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>Puts the draft away; presented versions stay.</summary>
public static class DiscardDocumentDraftEndpoint
{
    /// <summary>DELETE /api/contracts/{contractId}/confirmation-document/draft.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapDelete("/contracts/{contractId:guid}/confirmation-document/draft", Handle)
        .Requires(Permission.DraftConfirmationDocument)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("discardDocumentDraft")
        .WithTags("ConfirmationDocuments");

    private static Task<IResult> Handle(Guid contractId, IfMatch ifMatch, DocumentWriting writing, CancellationToken ct) =>
        writing.Decide(contractId, ifMatch, new DiscardDocumentDraft(), ct);
}
