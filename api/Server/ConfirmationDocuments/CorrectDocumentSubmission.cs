using SecurityTracker.Domain;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>The day as it should have been written down, and why it was not; the reason is 1 to 4,000 characters.</summary>
internal sealed record CorrectDocumentSubmissionRequest(DateOnly On, string? Reason);

/// <summary>訂正: mends a wrong day of 提出. The old one and the reason stay visible to both, and the ministry is told.</summary>
internal sealed class CorrectDocumentSubmissionEndpoint(
    DocumentReader reader, DocumentWriter documents, Actor actor) : ApiEndpoint<OnDocumentVersion<CorrectDocumentSubmissionRequest>>
{
    public override void Configure()
    {
        Post("/contracts/{contractId:guid}/confirmation-document/versions/{number:int}/corrections");
        Description(route => route
            .Requires(Permission.PresentConfirmationDocument)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnDocumentVersion<CorrectDocumentSubmissionRequest> request, CancellationToken ct)
    {
        var at = (await reader.Find(request.ContractId, ct)).OrNotFound();
        at.Contract.NotLead(actor).ThrowIfRefused();
        return await documents.Decide(request.ContractId, request.IfMatch, new CorrectDocumentSubmission(request.Number, request.Body.On, request.Body.Reason ?? ""), ct);
    }
}
