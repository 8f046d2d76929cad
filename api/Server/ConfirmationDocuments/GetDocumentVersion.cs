using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>One presented version with all that it says; personal fields as far as the reader needs them.</summary>
internal sealed class GetDocumentVersionEndpoint(DocumentReader reader, DocumentPages pages) : ApiEndpoint<OfDocumentVersion>
{
    public override void Configure()
    {
        Get("/contracts/{contractId:guid}/confirmation-document/versions/{number:int}");
        Description(route => route
            .Requires(Permission.ReadConfirmationDocument)
            .Reads<DocumentVersionContent>());
    }

    public override async Task<IResult> ExecuteAsync(OfDocumentVersion request, CancellationToken ct) =>
        await reader.Find(request.ContractId, ct) is not { } at ? Problems.NotFound
        : at.Document.Version(request.Number) is not { } version ? Problems.From(ConfirmationDocumentRefusals.VersionUnknown)
        : Answer.Of(await pages.Version(at, version, ct), at.Version);
}
