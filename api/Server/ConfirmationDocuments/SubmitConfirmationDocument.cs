using SecurityTracker.Domain;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Files;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>When and how a version was handed in (提出).</summary>
internal sealed record SubmitConfirmationDocumentRequest(DateOnly On, SubmissionWay Via, IReadOnlyList<Guid>? FileIds = null);

/// <summary>Writes down that a version was handed in as the 確認書類.</summary>
internal sealed class SubmitConfirmationDocumentEndpoint(
    DocumentReader reader, DocumentWriter documents, KeptFiles kept, SectionPresence presence, Actor actor) : ApiEndpoint<OnDocumentVersion<SubmitConfirmationDocumentRequest>>
{
    public override void Configure()
    {
        Post("/contracts/{contractId:guid}/confirmation-document/versions/{number:int}/submission");
        Description(route => route
            .Requires(Permission.PresentConfirmationDocument)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnDocumentVersion<SubmitConfirmationDocumentRequest> request, CancellationToken ct)
    {
        var at = (await reader.Find(request.ContractId, ct)).OrNotFound();
        at.Contract.NotLead(actor).ThrowIfRefused();
        var here = await presence.IsHere(at.Contract.Section, ct);
        var files = await kept.Resolve(request.ContractId, request.Body.FileIds, ct);
        return await documents.Decide(
            request.ContractId, request.IfMatch, new SubmitConfirmationDocument(request.Number, new DocumentSubmission(request.Body.On, request.Body.Via, files), here), ct);
    }
}
