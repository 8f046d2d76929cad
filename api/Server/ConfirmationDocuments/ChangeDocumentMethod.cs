using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>遵守の方法 as the document is to say it; blank takes it out.</summary>
public sealed record ChangeDocumentMethodRequest(string? Method);

/// <summary>Writes a method in the draft itself; the record of the requirement stays as it is.</summary>
public static class ChangeDocumentMethodEndpoint
{
    /// <summary>PUT /api/contracts/{contractId}/confirmation-document/draft/methods/{number}.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/contracts/{contractId:guid}/confirmation-document/draft/methods/{number:int}", Handle)
        .Requires(Permission.DraftConfirmationDocument)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("changeDocumentMethod")
        .WithTags("ConfirmationDocuments");

    private static Task<IResult> Handle(
        Guid contractId, int number, ChangeDocumentMethodRequest request, IfMatch ifMatch, DocumentWriting writing, CancellationToken ct) =>
        writing.Decide(contractId, ifMatch, new ChangeDocumentMethod(number, request.Method), ct);
}
