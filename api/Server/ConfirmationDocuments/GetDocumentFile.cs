using FastEndpoints;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>What is asked for.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="Number">The number of the version.</param>
/// <param name="Extension"><c>docx</c> or <c>pdf</c>.</param>
internal sealed record GetDocumentFileRequest([property: RouteParam] Guid ContractId, [property: RouteParam] int Number, [property: RouteParam] string Extension);

/// <summary>
/// A presented version as a file: the kept bytes for those who see every personal field, for others a copy in which the fields that they
/// do not need read 「（非表示）」.
/// </summary>
internal sealed class GetDocumentFileEndpoint(DocumentReader reader, DocumentPrinting printing, Domain.Actor actor) : ApiEndpoint<GetDocumentFileRequest>
{
    public override void Configure()
    {
        Get("/contracts/{contractId:guid}/confirmation-document/versions/{number:int}/document.{extension:regex(^(docx|pdf)$)}");
        Description(route => route
            .Requires(Permission.ReadConfirmationDocument)
            .Exports()
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
            .Produces(StatusCodes.Status304NotModified)
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable));
    }

    public override async Task<IResult> ExecuteAsync(GetDocumentFileRequest request, CancellationToken ct)
    {
        var at = (await reader.Find(request.ContractId, ct)).OrNotFound();
        if (at.Document.Version(request.Number) is not { } version)
        {
            return Problems.From(ConfirmationDocumentRefusals.VersionUnknown);
        }

        var format = DocumentDownload.FormatOf(request.Extension);
        var isWhole = PersonalFields.MaySeeAll(actor);
        var name = DocumentDownload.NameOf(version.Header.ContractName, request.Number, masked: !isWhole, format);
        return DocumentDownload.Answer(await printing.Version(at, version, format, ct), name, HttpContext.Response, kept: isWhole);
    }
}
