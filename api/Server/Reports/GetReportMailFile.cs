using SecurityTracker.Server.Access;
using SecurityTracker.Server.Audit;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Mail;
using SecurityTracker.Server.Reports.Form;

namespace SecurityTracker.Server.Reports;

/// <summary>The mail that carries a report as a file, with the forms in it: a person opens it in their mail program and sends it.</summary>
public static class GetReportMailFileEndpoint
{
    /// <summary>GET /api/reports/{id}/mail.eml.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/reports/{id:guid}/mail.eml", Handle)
        .Requires(Permission.ReadReports)
        .Exports()
        .Produces(StatusCodes.Status200OK, contentType: EmlComposer.MediaType)
        .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status410Gone, StatusCodes.Status503ServiceUnavailable)
        .WithName("getReportMailFile")
        .WithTags("Reports");

    private static async Task<IResult> Handle(Guid id, ReportReader reports, ReportMails mails, HttpResponse response, CancellationToken ct)
    {
        if (await reports.Find(id, ct) is not { } at)
        {
            return Problems.NotFound;
        }

        if (at.Report.Disposal is not null)
        {
            return Problems.ReportDisposed;
        }

        var mail = await mails.Of(at, ct);
        if (mail.To.Count == 0)
        {
            return Problems.From(Recipients.Missing);
        }

        response.NameFile(Path.ChangeExtension(FormDownload.NameOf(at, Domain.Reports.FormFormat.DOCX), ".eml"));
        return Results.Bytes(await mails.Write(at, mail, ct), EmlComposer.MediaType);
    }
}
