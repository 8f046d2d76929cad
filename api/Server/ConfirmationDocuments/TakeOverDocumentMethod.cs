using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>Replaces a method of the draft by what is recorded now, with the record's version.</summary>
public static class TakeOverDocumentMethodEndpoint
{
    /// <summary>POST /api/contracts/{contractId}/confirmation-document/draft/methods/{number}/taking-over.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contracts/{contractId:guid}/confirmation-document/draft/methods/{number:int}/taking-over", Handle)
        .Requires(Permission.DraftConfirmationDocument)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("takeOverDocumentMethod")
        .WithTags("ConfirmationDocuments");

    private static async Task<IResult> Handle(Guid contractId, int number, IfMatch ifMatch, DocumentReader reader, DocumentWriting writing, CancellationToken ct) =>
        await reader.Find(contractId, ct) is { } at
            ? await writing.Decide(contractId, ifMatch, new TakeOverDocumentMethod(at.Recorded.FirstOrDefault(record => record.Number == number)), ct)
            : Problems.NotFound;
}
