using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>The 確認書類 of a contract: its versions, which of them is in force, and, for the contractor, the draft of the next.</summary>
internal sealed class GetConfirmationDocumentEndpoint(DocumentReader reader, DocumentPages pages) : ApiEndpoint<OfDocument>
{
    public override void Configure()
    {
        Get("/contracts/{contractId:guid}/confirmation-document");
        Description(route => route
            .Requires(Permission.ReadConfirmationDocument)
            .Reads<ConfirmationDocumentDetails>());
    }

    public override async Task<IResult> ExecuteAsync(OfDocument request, CancellationToken ct) =>
        await reader.Find(request.ContractId, ct) is { } at ? Answer.Of(await pages.Page(at, ct), at.Version) : Problems.NotFound;
}
