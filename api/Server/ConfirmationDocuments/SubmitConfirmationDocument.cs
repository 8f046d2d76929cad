using SecurityTracker.Domain;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Files;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>When and how a version was handed in (提出).</summary>
public sealed record SubmitConfirmationDocumentRequest(DateOnly On, SubmissionWay Via, IReadOnlyList<Guid>? FileIds = null);

/// <summary>Writes down that a version was handed in as the 確認書類.</summary>
public static class SubmitConfirmationDocumentEndpoint
{
    /// <summary>POST /api/contracts/{contractId}/confirmation-document/versions/{number}/submission.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contracts/{contractId:guid}/confirmation-document/versions/{number:int}/submission", Handle)
        .Requires(Permission.PresentConfirmationDocument)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("submitConfirmationDocument")
        .WithTags("ConfirmationDocuments");

    private static async Task<IResult> Handle(
        Guid contractId, int number, SubmitConfirmationDocumentRequest request, IfMatch ifMatch, DocumentReader reader, DocumentWriting writing, KeptFiles kept, SectionPresence presence, Actor actor,
        TimeProvider time, CancellationToken ct)
    {
        if (await reader.Find(contractId, ct) is not { } at)
        {
            return Problems.NotFound;
        }

        if (at.Contract.NotLead(actor) is { } notLead)
        {
            return Problems.From(notLead);
        }

        var here = await presence.IsHere(at.Contract.Section, ct);
        var (files, refusal) = await kept.Resolve(contractId, request.FileIds, ct);
        return refusal is not null
            ? Problems.From(refusal)
            : await writing.Decide(
                contractId, ifMatch, new SubmitConfirmationDocument(number, new DocumentSubmission(request.On, request.Via, files), Tokyo.Today(time), here), ct);
    }
}
