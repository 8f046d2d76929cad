using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Reports.Form;

namespace SecurityTracker.Server.Reports;

/// <summary>The mail that carries the report: a person sends it, the program does not.</summary>
/// <param name="To">The 課室's shared address, or null where it is not known.</param>
/// <param name="Attachments">The names of the files to attach.</param>
public sealed record ReportMail(string Subject, string Body, string? To, IReadOnlyList<string> Attachments);

/// <summary>The text of the mail that carries a report.</summary>
public static class GetReportMailEndpoint
{
    /// <summary>GET /api/reports/{id}/mail.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/reports/{id:guid}/mail", Handle)
        .Requires(Permission.ReadReports)
        .Reads<ReportMail>()
        .WithName("getReportMail")
        .WithTags("Reports");

    private static async Task<IResult> Handle(Guid id, ReportReader reports, PersonalValues personal, CancellationToken ct)
    {
        if (await reports.Find(id, ct) is not { } at)
        {
            return Problems.NotFound;
        }

        var to = at.On.Contract.Section.SectionMail is { } address ? await personal.Load(address, ct) : null;
        string[] attachments = [FormDownload.NameOf(at, FormFormat.DOCX), FormDownload.NameOf(at, FormFormat.PDF)];
        var mail = MailText.Of(at.Form, attachments);
        return new Answer<ReportMail>(new ReportMail(mail.Subject, mail.Body, to, attachments));
    }
}
