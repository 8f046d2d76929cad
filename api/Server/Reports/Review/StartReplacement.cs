using FastEndpoints;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>Why a report that was never handed in is corrected; left out where queries say it.</summary>
public sealed record StartReplacementRequest(string? Reason = null);

/// <summary>Acts on a report, as it was read.</summary>
/// <param name="Id">The report.</param>
/// <param name="IfMatch">The ETag of the report, as it was read.</param>
/// <param name="Body">What is sent; it may be left out.</param>
public sealed record StartingReplacement(
    [property: RouteParam] Guid Id,
    [property: FromHeader("If-Match")] IfMatch IfMatch,
    [property: FromBody] StartReplacementRequest? Body);

/// <summary>
/// Drafts a 差替え: the whole report anew, with a date of its own. Of one that was handed in only the queried rows are open; one that
/// was not is corrected before its submission.
/// </summary>
internal sealed class StartReplacementEndpoint(Acts acts, Reviewing reviewing) : ApiEndpoint<StartingReplacement>
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
        var (before, problem) = await acts.Fetch<Report>(request.Id, request.IfMatch, ct);
        if (problem is not null)
        {
            return problem;
        }

        var (report, newId) = (before!.Aggregate, acts.NewId());
        if (Acts.Record(before, state => Course.Decide(new StartReplacement(newId, request.Body?.Reason), state)) is { } refused)
        {
            return refused;
        }

        var submitted = report.Submission is null ? (await reviewing.LastSubmitted(report, ct))?.Aggregate : null;
        var command = new DraftReport(report.Period, Replacing.Draft(request.Id, report, submitted, request.Body?.Reason));
        var draft = await acts.Session.FetchForWriting<Report>(newId, ct);
        problem = Acts.Record(draft, state => ReportDecider.Decide(command, state), new StreamScope(report.ContractId, OrganisationId: null));
        if (problem is not null)
        {
            return problem;
        }

        acts.Session.QueueSql(ReportPeriods.RequireVersion(request.Id, before.Version));
        acts.Session.QueueSql(ReportPeriods.Take(newId, report.ContractId, report.Period, replaces: request.Id));
        return await acts.Save(draft, ct, $"/api/reports/{newId}");
    }
}
