using FastEndpoints;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Reports.Form;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>What is asked for.</summary>
/// <param name="Id">The report.</param>
/// <param name="Number">The number of the copy.</param>
internal sealed record GetDisclosureFormRequest([property: RouteParam] Guid Id, [property: RouteParam] int Number);

/// <summary>The form with 不開示部分 blackened, as PDF.</summary>
internal sealed class GetDisclosureFormEndpoint(ReportReader reports, Session session, PdfForm pdf) : ApiEndpoint<GetDisclosureFormRequest>
{
    public override void Configure()
    {
        Get("/reports/{id:guid}/disclosures/{number:int}/form.pdf");
        Description(route => route
            .Requires(Permission.ReadReview)
            .Exports()
            .Produces(StatusCodes.Status200OK, contentType: "application/pdf")
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status410Gone, StatusCodes.Status503ServiceUnavailable));
    }

    public override async Task<IResult> ExecuteAsync(GetDisclosureFormRequest request, CancellationToken ct)
    {
        if (await reports.Find(request.Id, ct) is not { } at
            || await session.Load<ReportReview>(StreamId.ReportReview(request.Id), ct) is not { Value.Disclosures: var marked }
            || marked.FirstOrDefault(copy => copy.Number == request.Number) is not { } copy)
        {
            return Problems.NotFound;
        }

        if (at.Report.Disposal is not null)
        {
            return Problems.ReportDisposed;
        }

        HttpContext.Response.NameFile($"開示用_実施状況報告書_{at.Report.Period.From:yyyyMMdd}-{at.Report.Period.To:yyyyMMdd}.pdf");
        return Results.Bytes(await DisclosureForm.Render(at, copy.Withheld, pdf, ct), "application/pdf");
    }
}
