using SecurityTracker.Domain;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>The day as it should have been written down, and why it was not; the reason is 1 to 4,000 characters.</summary>
public sealed record CorrectDocumentSubmissionRequest(DateOnly On, string? Reason);

/// <summary>訂正: mends a wrong day of 提出. The old one and the reason stay visible to both, and the ministry is told.</summary>
public static class CorrectDocumentSubmissionEndpoint
{
    /// <summary>POST /api/contracts/{contractId}/confirmation-document/versions/{number}/corrections.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contracts/{contractId:guid}/confirmation-document/versions/{number:int}/corrections", Handle)
        .Requires(Permission.PresentConfirmationDocument)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("correctDocumentSubmission")
        .WithTags("ConfirmationDocuments");

    private static async Task<IResult> Handle(
        Guid contractId, int number, CorrectDocumentSubmissionRequest request, IfMatch ifMatch, DocumentReader reader, DocumentWriting writing, Actor actor,
        TimeProvider time, CancellationToken ct)
    {
        if (await reader.Find(contractId, ct) is not { } at)
        {
            return Problems.NotFound;
        }

        return at.Contract.NotLead(actor) is { } notLead
            ? Problems.From(notLead)
            : await writing.Decide(contractId, ifMatch, new CorrectDocumentSubmission(number, request.On, request.Reason ?? "", Tokyo.Today(time)), ct);
    }
}
