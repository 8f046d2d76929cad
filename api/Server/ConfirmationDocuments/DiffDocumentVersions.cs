using System.Globalization;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>One version beside another, item by item; the later may be the draft, for those who write it.</summary>
public static class DiffDocumentVersionsEndpoint
{
    private const string Draft = "draft";

    /// <summary>GET /api/contracts/{contractId}/confirmation-document/versions/{number}/diff/{other}; other is a number or "draft".</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contracts/{contractId:guid}/confirmation-document/versions/{number:int}/diff/{other:regex(^([0-9]{{1,6}}|draft)$)}", Handle)
        .Requires(Permission.ReadConfirmationDocument)
        .Reads<DocumentDiffDetails>()
        .WithName("diffDocumentVersions")
        .WithTags("ConfirmationDocuments");

    private static async Task<IResult> Handle(
        Guid contractId, int number, string other, DocumentReader reader, DocumentPages pages, CancellationToken ct)
    {
        if (await reader.Find(contractId, ct) is not { } at)
        {
            return Problems.NotFound;
        }

        var after = other == Draft
            ? at.Document.Draft
            : at.Document.Version(int.Parse(other, CultureInfo.InvariantCulture))?.Content;
        return at.Document.Version(number) is not { } before || after is null
            ? Problems.From(ConfirmationDocumentRefusals.VersionUnknown)
            : new Answer<DocumentDiffDetails>(await pages.Diff(at, before.Content, after, ct));
    }
}
