using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>Puts the draft away; presented versions stay.</summary>
internal sealed class DiscardDocumentDraftEndpoint(DocumentWriter documents) : ApiEndpoint<OnDocument>
{
    public override void Configure()
    {
        Delete("/contracts/{contractId:guid}/confirmation-document/draft");
        Description(route => route
            .Requires(Permission.DraftConfirmationDocument)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override Task<IResult> ExecuteAsync(OnDocument request, CancellationToken ct) =>
        documents.Decide(request.ContractId, request.IfMatch, new DiscardDocumentDraft(), ct);
}
