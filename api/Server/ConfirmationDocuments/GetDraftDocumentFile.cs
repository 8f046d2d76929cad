using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Audit;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>The draft as it would print now; its name says 案.</summary>
public static class GetDraftDocumentFileEndpoint
{
    /// <summary>GET /api/contracts/{contractId}/confirmation-document/draft/document.docx, document.pdf.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contracts/{contractId:guid}/confirmation-document/draft/document.{extension:regex(^(docx|pdf)$)}", Handle)
        .Requires(Permission.DraftConfirmationDocument)
        .Exports()
        .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
        .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status503ServiceUnavailable)
        .WithName("getDraftDocumentFile")
        .WithTags("ConfirmationDocuments");

    private static async Task<IResult> Handle(
        Guid contractId, string extension, DocumentReader reader, DocumentPrinting printing, Domain.Actor actor, TimeProvider time, HttpResponse response, CancellationToken ct)
    {
        if (await reader.Find(contractId, ct) is not { } at)
        {
            return Problems.NotFound;
        }

        if (at.Document.Draft is not { } draft)
        {
            return Problems.From(ConfirmationDocumentRefusals.DraftMissing);
        }

        var format = DocumentDownload.FormatOf(extension);
        var today = Tokyo.Today(time);
        var printed = await printing.Print(at, draft, at.KindOf(draft, today), at.HeaderOn(today), number: null, ct);
        var name = DocumentDownload.NameOf(at.Contract.Name, number: null, masked: !PersonalFields.MaySeeAll(actor), format);
        return DocumentDownload.Answer(await printing.File(printed, format, ct), name, response);
    }
}
