using SecurityTracker.Server.AuthorityActs;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>Notes that the actor has opened a 確認書類 as they see it: a 訂正 by the other side no longer waits to be seen.</summary>
public static class OpenConfirmationDocumentEndpoint
{
    /// <summary>POST /api/contracts/{contractId}/confirmation-document/opening.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contracts/{contractId:guid}/confirmation-document/opening", Handle)
        .Opens()
        .WithName("openConfirmationDocument")
        .WithTags("ConfirmationDocuments");

    // The version is the reader's: a draft that only the contractor sees moves none of the ministry's.
    private static async Task<IResult> Handle(Guid contractId, IfMatch ifMatch, DocumentReader reader, Acts acts, Openings openings, CancellationToken ct)
    {
        if (await reader.Find(contractId, ct) is not { } at)
        {
            return Problems.NotFound;
        }

        return ifMatch.Against(at.Version) ?? await openings.Open(acts, at.Id, at.Version, ct);
    }
}
