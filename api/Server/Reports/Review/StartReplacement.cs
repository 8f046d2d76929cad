using FastEndpoints;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>Why a report that was never handed in is corrected; left out where queries say it.</summary>
internal sealed record StartReplacementRequest(string? Reason = null);

/// <summary>Acts on a report, as it was read.</summary>
/// <param name="Id">The report.</param>
/// <param name="IfMatch">The ETag of the report, as it was read.</param>
/// <param name="Body">What is sent; it may be left out.</param>
internal sealed record StartingReplacement(
    [property: RouteParam] Guid Id,
    [property: FromHeader("If-Match")] IfMatch IfMatch,
    [property: FromBody] StartReplacementRequest? Body);

/// <summary>
/// Drafts a 差替え: the whole report anew, with a date of its own. Of one that was handed in only the queried rows are open; one that
/// was not is corrected before its submission.
/// </summary>
internal sealed class StartReplacementEndpoint(Writer writer, Reviewing reviewing) : ApiEndpoint<StartingReplacement>
{
    public override void Configure()
    {
        Post("/reports/{id:guid}/replacement");
        Description(route => route
            .Requires(Permission.ReplaceReport)
            .Creates()
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status412PreconditionFailed, StatusCodes.Status428PreconditionRequired));
    }

    public override async Task<IResult> ExecuteAsync(StartingReplacement request, CancellationToken ct)
    {
        var before = await writer.Fetch<Report>(request.Id, request.IfMatch, ct);
        var (report, newId) = (before.Aggregate, writer.NewId());
        Writer.Record(before, state => FinalisedReportDecider.Decide(new StartReplacement(newId, request.Body?.Reason), state, writer.Moment));
        var submitted = report.Submission is null ? (await reviewing.LastSubmitted(report, ct))?.Aggregate : null;
        var command = new DraftReport(report.Period, Replacing.Draft(request.Id, report, submitted, request.Body?.Reason));
        var draft = await writer.Session.FetchForWriting<Report>(newId, ct);
        Writer.Record(draft, state => ReportDecider.Decide(command, state), new StreamScope(report.ContractId, OrganisationId: null));
        writer.Session.QueueSql(ReportPeriods.RequireVersion(request.Id, before.Version));
        writer.Session.QueueSql(ReportPeriods.Take(newId, report.ContractId, report.Period, replaces: request.Id));
        return await writer.Save(draft, ct, $"/api/reports/{newId}");
    }
}
