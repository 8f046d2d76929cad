using SecurityTracker.Domain;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>The way as it should have been written down, and why it was not; the reason is 1 to 4,000 characters.</summary>
public sealed record CorrectDocumentSubmissionWayRequest(SubmissionWay Via, string? Reason);

/// <summary>訂正: mends a wrong way of 提出. The old one and the reason stay visible to both, and the ministry is told.</summary>
public static class CorrectDocumentSubmissionWayEndpoint
{
    /// <summary>POST /api/contracts/{contractId}/confirmation-document/versions/{number}/submission/corrections.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contracts/{contractId:guid}/confirmation-document/versions/{number:int}/submission/corrections", Handle)
        .Requires(Permission.PresentConfirmationDocument)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("correctDocumentSubmissionWay")
        .WithTags("ConfirmationDocuments");

    private static async Task<IResult> Handle(
        Guid contractId, int number, CorrectDocumentSubmissionWayRequest request, IfMatch ifMatch, DocumentReader reader, DocumentWriting writing, SectionPresence presence, Actor actor,
        CancellationToken ct)
    {
        if (await reader.Find(contractId, ct) is not { } at)
        {
            return Problems.NotFound;
        }

        var here = await presence.IsHere(at.Contract.Section, ct);
        return at.Contract.NotLead(actor) is { } notLead
            ? Problems.From(notLead)
            : await writing.Decide(contractId, ifMatch, new CorrectDocumentSubmissionWay(number, request.Via, request.Reason ?? "", here), ct);
    }
}
