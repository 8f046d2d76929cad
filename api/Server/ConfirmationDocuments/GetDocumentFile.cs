using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Audit;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>
/// A presented version as a file: the kept bytes for those who see every personal field, for others a copy in which the fields that they
/// do not need read 「（非表示）」.
/// </summary>
public static class GetDocumentFileEndpoint
{
    /// <summary>GET /api/contracts/{contractId}/confirmation-document/versions/{number}/document.docx, document.pdf.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contracts/{contractId:guid}/confirmation-document/versions/{number:int}/document.{extension:regex(^(docx|pdf)$)}", Handle)
        .Requires(Permission.ReadConfirmationDocument)
        .Exports()
        .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
        .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable)
        .WithName("getDocumentFile")
        .WithTags("ConfirmationDocuments");

    private static async Task<IResult> Handle(
        Guid contractId, int number, string extension, DocumentReader reader, DocumentPrinting printing, Domain.Actor actor, HttpResponse response, CancellationToken ct)
    {
        if (await reader.Find(contractId, ct) is not { } at)
        {
            return Problems.NotFound;
        }

        if (at.Document.Version(number) is not { } version)
        {
            return Problems.From(ConfirmationDocumentRefusals.VersionUnknown);
        }

        var format = DocumentDownload.FormatOf(extension);
        var name = DocumentDownload.NameOf(version.Header.ContractName, number, masked: !PersonalFields.MaySeeAll(actor), format);
        return DocumentDownload.Answer(await printing.Version(at, version, format, ct), name, response);
    }
}
