using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Audit;
using SecurityTracker.Server.Reports.Form;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>The form with 不開示部分 blackened, as PDF.</summary>
public static class GetDisclosureFormEndpoint
{
    /// <summary>GET /api/reports/{id}/disclosures/{number}/form.pdf.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/reports/{id:guid}/disclosures/{number:int}/form.pdf", Handle)
        .Requires(Permission.ReadReview)
        .Exports()
        .Produces(StatusCodes.Status200OK, contentType: "application/pdf")
        .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status410Gone, StatusCodes.Status503ServiceUnavailable)
        .WithName("getDisclosureForm")
        .WithTags("Review");

    private static async Task<IResult> Handle(
        Guid id, int number, ReportReader reports, Session session, PdfForm pdf, HttpResponse response, CancellationToken ct)
    {
        if (await reports.Find(id, ct) is not { } at
            || await session.Load<ReportReview>(StreamId.ReportReview(id), ct) is not { Value.Disclosures: var marked }
            || marked.FirstOrDefault(copy => copy.Number == number) is not { } copy)
        {
            return Problems.NotFound;
        }

        if (at.Report.Disposal is not null)
        {
            return Problems.ReportDisposed;
        }

        response.NameFile($"開示用_実施状況報告書_{at.Report.Period.From:yyyyMMdd}-{at.Report.Period.To:yyyyMMdd}.pdf");
        return Results.Bytes(await DisclosureForm.Render(at, copy.Withheld, pdf, ct), "application/pdf");
    }
}
