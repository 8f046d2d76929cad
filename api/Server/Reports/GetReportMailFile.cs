using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Mail;

namespace SecurityTracker.Server.Reports;

/// <summary>The mail that carries a report as a file, with the forms in it: a person opens it in their mail program and sends it.</summary>
internal sealed class GetReportMailFileEndpoint(ReportReader reports, ReportMails mails) : ApiEndpoint<OfReport>
{
    public override void Configure()
    {
        Get("/reports/{id:guid}/mail.eml");
        Description(route => route
            .Requires(Permission.ReadReports)
            .Exports()
            .Produces(StatusCodes.Status200OK, contentType: EmlComposer.MediaType)
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status410Gone, StatusCodes.Status503ServiceUnavailable));
    }

    public override async Task<IResult> ExecuteAsync(OfReport request, CancellationToken ct)
    {
        var at = (await reports.Find(request.Id, ct)).OrNotFound();
        if (at.Report.Disposal is not null)
        {
            return Problems.ReportDisposed;
        }

        var mail = await mails.Of(at, ct);
        if (mail.To.Count == 0)
        {
            return Problems.From(Recipients.Missing);
        }

        HttpContext.Response.NameFile(Path.ChangeExtension(FormDownload.NameOf(at, Domain.Reports.FormFormat.DOCX), ".eml"));
        return Results.Bytes(await mails.Write(at, mail, ct), EmlComposer.MediaType);
    }
}
