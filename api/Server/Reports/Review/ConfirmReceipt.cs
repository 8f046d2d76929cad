using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>Confirms, as an officer, the 受領 that the contractor had noted (担当職員確認済).</summary>
internal sealed class ConfirmReceiptEndpoint(Writer writer, Actor actor) : ApiEndpoint<OnReport>
{
    public override void Configure()
    {
        Post("/reports/{id:guid}/receipt/confirmation");
        Description(route => route
            .Requires(Permission.ReviewReport)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnReport request, CancellationToken ct)
    {
        var stream = await writer.Fetch<Report>(request.Id, request.IfMatch, ct);
        var samePerson = Sides.ActedForContractor(await writer.Session.FetchStream(request.Id, ct: ct), actor);
        Writer.Record(stream, report => FinalisedReportDecider.Decide(new ConfirmReceipt(samePerson), report, writer.Moment));
        return await writer.Save(stream, ct);
    }
}
