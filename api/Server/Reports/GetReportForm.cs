using FastEndpoints;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports;

/// <summary>What is asked for.</summary>
/// <param name="Id">The report.</param>
/// <param name="Extension"><c>docx</c>, <c>pdf</c> or <c>xlsx</c>.</param>
internal sealed record GetReportFormRequest([property: RouteParam] Guid Id, [property: RouteParam] string Extension);

/// <summary>
/// The 別紙 as a file: of a finalised report the kept bytes, of a draft as it stands now (its name says 案).
/// </summary>
internal sealed class GetReportFormEndpoint(ReportReader reports, Finalising finalising) : ApiEndpoint<GetReportFormRequest>
{
    public override void Configure()
    {
        Get("/reports/{id:guid}/form.{extension:regex(^(docx|pdf|xlsx)$)}");
        Description(route => route
            .Requires(Permission.ReadReports)
            .Exports()
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
            .Produces(StatusCodes.Status304NotModified)
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status410Gone, StatusCodes.Status503ServiceUnavailable));
    }

    public override async Task<IResult> ExecuteAsync(GetReportFormRequest request, CancellationToken ct)
    {
        if (await reports.Find(request.Id, ct) is not { } at || FormDownload.FormatOf(request.Extension) is not { } format)
        {
            return Problems.NotFound;
        }

        return at.Report.Disposal is not null ? Problems.ReportDisposed : FormDownload.Answer(at, await finalising.Kept(at, format, ct), HttpContext.Response);
    }
}
