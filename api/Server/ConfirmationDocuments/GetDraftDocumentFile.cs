using FastEndpoints;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>What is asked for.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="Extension"><c>docx</c> or <c>pdf</c>.</param>
internal sealed record GetDraftDocumentFileRequest([property: RouteParam] Guid ContractId, [property: RouteParam] string Extension);

/// <summary>The draft as it would print now; its name says 案.</summary>
internal sealed class GetDraftDocumentFileEndpoint(
    DocumentReader reader, DocumentPrinting printing, Domain.Actor actor, TimeProvider time) : ApiEndpoint<GetDraftDocumentFileRequest>
{
    public override void Configure()
    {
        Get("/contracts/{contractId:guid}/confirmation-document/draft/document.{extension:regex(^(docx|pdf)$)}");
        Description(route => route
            .Requires(Permission.DraftConfirmationDocument)
            .Exports()
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status503ServiceUnavailable));
    }

    public override async Task<IResult> ExecuteAsync(GetDraftDocumentFileRequest request, CancellationToken ct)
    {
        var at = (await reader.Find(request.ContractId, ct)).OrNotFound();
        if (at.Document.Draft is not { } draft)
        {
            return Problems.From(ConfirmationDocumentRefusals.DraftMissing);
        }

        var format = DocumentDownload.FormatOf(request.Extension);
        var today = Tokyo.Today(time);
        var printed = await printing.Print(at, draft, at.KindOf(draft, today), at.HeaderOn(today), number: null, ct);
        var name = DocumentDownload.NameOf(at.Contract.Name, number: null, masked: !PersonalFields.MaySeeAll(actor), format);
        return DocumentDownload.Answer(await printing.File(printed, format, ct), name, HttpContext.Response);
    }
}
