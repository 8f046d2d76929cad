using SecurityTracker.Server.Access;
using SecurityTracker.Server.Audit;

namespace SecurityTracker.Server.Reports;

/// <summary>The 別紙 as a file: of a finalised report the kept bytes, of a draft as it stands now (its name says 案).</summary>
public static class GetReportFormEndpoint
{
    /// <summary>GET /api/reports/{id}/form.docx, form.pdf, form.xlsx.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/reports/{id:guid}/form.{extension:regex(^(docx|pdf|xlsx)$)}", Handle)
        .Requires(Permission.ReadReports)
        .Exports()
        .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
        .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status410Gone, StatusCodes.Status503ServiceUnavailable)
        .WithName("getReportForm")
        .WithTags("Reports");

    private static async Task<IResult> Handle(Guid id, string extension, ReportReader reports, Finalising finalising, HttpResponse response, CancellationToken ct)
    {
        if (await reports.Find(id, ct) is not { } at || FormDownload.FormatOf(extension) is not { } format)
        {
            return Problems.NotFound;
        }

        return at.Report.Disposal is not null ? Problems.ReportDisposed : FormDownload.Answer(at, await finalising.Kept(at, format, ct), response);
    }
}
