using System.Globalization;
using FastEndpoints;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>What is asked for.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="Number">The number of the version.</param>
/// <param name="Other">The number of the other version, or <c>draft</c>.</param>
internal sealed record DiffDocumentVersionsRequest([property: RouteParam] Guid ContractId, [property: RouteParam] int Number, [property: RouteParam] string Other);

/// <summary>One version beside another, item by item; the later may be the draft, for those who write it.</summary>
internal sealed class DiffDocumentVersionsEndpoint(DocumentReader reader, DocumentPages pages) : ApiEndpoint<DiffDocumentVersionsRequest>
{
    private const string Draft = "draft";

    public override void Configure()
    {
        Get("/contracts/{contractId:guid}/confirmation-document/versions/{number:int}/diff/{other:regex(^([0-9]{{1,6}}|draft)$)}");
        Description(route => route
            .Requires(Permission.ReadConfirmationDocument)
            .Reads<DocumentDiffDetails>());
    }

    public override async Task<IResult> ExecuteAsync(DiffDocumentVersionsRequest request, CancellationToken ct)
    {
        var at = (await reader.Find(request.ContractId, ct)).OrNotFound();
        var after = request.Other == Draft
            ? at.Document.Draft
            : at.Document.Version(int.Parse(request.Other, CultureInfo.InvariantCulture))?.Content;
        return at.Document.Version(request.Number) is not { } before || after is null
            ? Problems.From(ConfirmationDocumentRefusals.VersionUnknown)
            : new Answer<DocumentDiffDetails>(await pages.Diff(at, before.Content, after, ct));
    }
}
