using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>The 確認書類 of a contract: its versions, which of them is in force, and, for the contractor, the draft of the next.</summary>
public static class GetConfirmationDocumentEndpoint
{
    /// <summary>GET /api/contracts/{contractId}/confirmation-document.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contracts/{contractId:guid}/confirmation-document", Handle)
        .Requires(Permission.ReadConfirmationDocument)
        .Reads<ConfirmationDocumentDetails>()
        .WithName("getConfirmationDocument")
        .WithTags("ConfirmationDocuments");

    private static async Task<IResult> Handle(Guid contractId, DocumentReader reader, DocumentPages pages, CancellationToken ct) =>
        await reader.Find(contractId, ct) is { } at ? Answer.Of(await pages.Page(at, ct), at.Version) : Problems.NotFound;
}
