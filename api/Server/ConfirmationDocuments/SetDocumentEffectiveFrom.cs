using SecurityTracker.Domain;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>The day from which a version is to apply.</summary>
internal sealed record SetDocumentEffectiveFromRequest(DateOnly From);

/// <summary>Says from when a version is to apply. It is in force from then, or from the officer's word where that comes later.</summary>
internal sealed class SetDocumentEffectiveFromEndpoint(
    DocumentReader reader, DocumentWriter documents, Actor actor, TimeProvider time) : ApiEndpoint<OnDocumentVersion<SetDocumentEffectiveFromRequest>>
{
    public override void Configure()
    {
        Put("/contracts/{contractId:guid}/confirmation-document/versions/{number:int}/effective");
        Description(route => route
            .Requires(Permission.PresentConfirmationDocument)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnDocumentVersion<SetDocumentEffectiveFromRequest> request, CancellationToken ct)
    {
        var at = (await reader.Find(request.ContractId, ct)).OrNotFound();
        at.Contract.NotLead(actor).ThrowIfRefused();
        var superseded = at.InForceOn(Tokyo.Today(time)) is { } inForce && inForce.Version > request.Number;
        return await documents.Decide(request.ContractId, request.IfMatch, new SetDocumentEffectiveFrom(request.Number, request.Body.From, at.Contract.Term, superseded), ct);
    }
}
