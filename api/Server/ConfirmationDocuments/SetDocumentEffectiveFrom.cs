using SecurityTracker.Domain;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>The day from which a version is to apply.</summary>
public sealed record SetDocumentEffectiveFromRequest(DateOnly From);

/// <summary>Says from when a version is to apply. It is in force from then, or from the officer's word where that comes later.</summary>
public static class SetDocumentEffectiveFromEndpoint
{
    /// <summary>PUT /api/contracts/{contractId}/confirmation-document/versions/{number}/effective.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/contracts/{contractId:guid}/confirmation-document/versions/{number:int}/effective", Handle)
        .Requires(Permission.PresentConfirmationDocument)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("setDocumentEffectiveFrom")
        .WithTags("ConfirmationDocuments");

    private static async Task<IResult> Handle(
        Guid contractId, int number, SetDocumentEffectiveFromRequest request, IfMatch ifMatch, DocumentReader reader, DocumentWriting writing, Actor actor,
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

        var superseded = at.InForceOn(Tokyo.Today(time)) is { } inForce && inForce.Version > number;
        return await writing.Decide(contractId, ifMatch, new SetDocumentEffectiveFrom(number, request.From, at.Term, superseded), ct);
    }
}
