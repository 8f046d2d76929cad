using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>Takes the subcontractors' parts (item 5) into the draft as they are now.</summary>
public static class TakeOverDocumentPartsEndpoint
{
    /// <summary>POST /api/contracts/{contractId}/confirmation-document/draft/parts/taking-over.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contracts/{contractId:guid}/confirmation-document/draft/parts/taking-over", Handle)
        .Requires(Permission.DraftConfirmationDocument)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("takeOverDocumentParts")
        .WithTags("ConfirmationDocuments");

    private static async Task<IResult> Handle(Guid contractId, IfMatch ifMatch, DocumentReader reader, DocumentWriting writing, CancellationToken ct) =>
        await reader.Find(contractId, ct) is { } at
            ? await writing.Decide(contractId, ifMatch, new TakeOverDocumentParts(at.Parts), ct)
            : Problems.NotFound;
}
