using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports;

/// <summary>The mail that carries the report: a person sends it, the program does not.</summary>
/// <param name="To">The 課室's shared address, and where there is none the officers'; empty where none is known.</param>
/// <param name="Cc">The 担当職員's own addresses.</param>
/// <param name="Attachments">The names of the files to attach.</param>
/// <param name="IsAgain">Whether it was handed in outside of the program before today, nothing came back, and this mail asks whether it arrived (再送).</param>
internal sealed record ReportMail(string Subject, string Body, IReadOnlyList<string> To, IReadOnlyList<string> Cc, IReadOnlyList<string> Attachments, bool IsAgain);

/// <summary>The text of the mail that carries a report.</summary>
internal sealed class GetReportMailEndpoint(ReportReader reports, ReportMails mails) : ApiEndpoint<OfReport>
{
    public override void Configure()
    {
        Get("/reports/{id:guid}/mail");
        Description(route => route
            .Requires(Permission.ReadReports)
            .Reads<ReportMail>()
            .Refuses(StatusCodes.Status410Gone));
    }

    public override async Task<IResult> ExecuteAsync(OfReport request, CancellationToken ct)
    {
        var at = (await reports.Find(request.Id, ct)).OrNotFound();
        return at.Report.Disposal is not null ? Problems.ReportDisposed : new Answer<ReportMail>(await mails.Of(at, ct));
    }
}
