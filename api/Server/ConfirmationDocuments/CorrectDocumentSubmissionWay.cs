using SecurityTracker.Domain;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>The way as it should have been written down, and why it was not; the reason is 1 to 4,000 characters.</summary>
internal sealed record CorrectDocumentSubmissionWayRequest(SubmissionWay Via, string? Reason);

/// <summary>訂正: mends a wrong way of 提出. The old one and the reason stay visible to both, and the ministry is told.</summary>
internal sealed class CorrectDocumentSubmissionWayEndpoint(
    DocumentReader reader, DocumentWriter documents, SectionPresence presence, Actor actor) : ApiEndpoint<OnDocumentVersion<CorrectDocumentSubmissionWayRequest>>
{
    public override void Configure()
    {
        Post("/contracts/{contractId:guid}/confirmation-document/versions/{number:int}/submission/corrections");
        Description(route => route
            .Requires(Permission.PresentConfirmationDocument)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnDocumentVersion<CorrectDocumentSubmissionWayRequest> request, CancellationToken ct)
    {
        var at = (await reader.Find(request.ContractId, ct)).OrNotFound();
        var here = await presence.IsHere(at.Contract.Section, ct);
        at.Contract.NotLead(actor).ThrowIfRefused();
        return await documents.Decide(request.ContractId, request.IfMatch, new CorrectDocumentSubmissionWay(request.Number, request.Body.Via, request.Body.Reason ?? "", here), ct);
    }
}
