using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>Begins a draft: the first from the methods as they are recorded, a later one as a copy of the version before.</summary>
public static class StartDocumentDraftEndpoint
{
    /// <summary>POST /api/contracts/{contractId}/confirmation-document/draft.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contracts/{contractId:guid}/confirmation-document/draft", Handle)
        .Requires(Permission.DraftConfirmationDocument)
        .Creates()
        .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status412PreconditionFailed, StatusCodes.Status428PreconditionRequired)
        .WithName("startDocumentDraft")
        .WithTags("ConfirmationDocuments");

    private static async Task<IResult> Handle(Guid contractId, IfMatch ifMatch, Acts acts, DocumentReader reader, DocumentWriting writing, CancellationToken ct)
    {
        if (await reader.Find(contractId, ct) is not { } at)
        {
            return Problems.NotFound;
        }

        var (stream, problem) = await writing.Fetch(contractId, ifMatch, ct);
        var content = at.Document.Latest is { } latest
            ? latest.Content.With(at.Edition, at.ExtraItems)
            : DocumentContent.From(at.Edition, at.ExtraItems, at.Recorded);
        content = content with { Parts = at.Parts };
        return problem
            ?? DocumentWriting.Record(stream!, contractId, new DraftConfirmationDocument(contractId, content))
            ?? await acts.Save(stream!, ct, $"/api/contracts/{contractId}/confirmation-document");
    }
}
