using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>One presented version with all that it says; personal fields as far as the reader needs them.</summary>
public static class GetDocumentVersionEndpoint
{
    /// <summary>GET /api/contracts/{contractId}/confirmation-document/versions/{number}.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contracts/{contractId:guid}/confirmation-document/versions/{number:int}", Handle)
        .Requires(Permission.ReadConfirmationDocument)
        .Reads<DocumentVersionContent>()
        .WithName("getDocumentVersion")
        .WithTags("ConfirmationDocuments");

    private static async Task<IResult> Handle(Guid contractId, int number, DocumentReader reader, DocumentPages pages, CancellationToken ct) =>
        await reader.Find(contractId, ct) is not { } at ? Problems.NotFound
        : at.Document.Version(number) is not { } version ? Problems.From(ConfirmationDocumentRefusals.VersionUnknown)
        : Answer.Of(await pages.Version(at, version, ct), at.Version);
}
