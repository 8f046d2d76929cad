using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>The date as it should have been written down, and why it was not; the reason is 1 to 4,000 characters.</summary>
internal sealed record CorrectReportDateRequest(ReportDate Date, DateOnly On, string? Reason);

/// <summary>
/// 訂正: mends a wrong date of 提出 or 受領. The old one and the reason stay visible to both, and the other side is told.
/// By the side that wrote the date down.
/// </summary>
internal sealed class CorrectReportDateEndpoint(Writer writer, Actor actor) : ApiEndpoint<OnReport<CorrectReportDateRequest>>
{
    public override void Configure()
    {
        Post("/reports/{id:guid}/corrections");
        Description(route => route
            .Requires(Permission.CorrectReport)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnReport<CorrectReportDateRequest> request, CancellationToken ct)
    {
        var stream = await writer.FetchToSpeak(request.Id, request.IfMatch, actor, ct);
        var command = new CorrectReportDate(
            request.Body.Date, request.Body.On, request.Body.Reason ?? "", actor.Side, CourseDetails.FinalisedOn(await writer.Session.FetchStream(request.Id, ct: ct)));
        Writer.Record(stream, report => FinalisedReportDecider.Decide(command, report, writer.Moment));
        return await writer.Save(stream, ct);
    }
}
