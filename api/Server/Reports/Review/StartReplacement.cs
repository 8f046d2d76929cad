using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>Why a report that was never handed in is corrected; left out where queries say it.</summary>
public sealed record StartReplacementRequest(string? Reason = null);

/// <summary>
/// Drafts a 差替え: the whole report anew, with a date of its own. Of one that was handed in only the queried rows are open; one that
/// was not is corrected before its submission.
/// </summary>
public static class StartReplacementEndpoint
{
    /// <summary>POST /api/reports/{id}/replacement.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/reports/{id:guid}/replacement", Handle)
        .Requires(Permission.ReplaceReport)
        .Creates()
        .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status412PreconditionFailed, StatusCodes.Status428PreconditionRequired)
        .WithName("startReplacement")
        .WithTags("Review");

    private static async Task<IResult> Handle(
        Guid id, StartReplacementRequest? request, IfMatch ifMatch, Acts acts, Reviewing reviewing, CancellationToken ct)
    {
        var (before, problem) = await acts.Fetch<Report>(id, ifMatch, ct);
        if (problem is not null)
        {
            return problem;
        }

        var (report, newId) = (before!.Aggregate, acts.NewId());
        if (Acts.Record(before, state => Course.Decide(new StartReplacement(newId, request?.Reason), state)) is { } refused)
        {
            return refused;
        }

        var submitted = report.Submission is null ? (await reviewing.LastSubmitted(report, ct))?.Aggregate : null;
        var command = new DraftReport(report.Period, Replacing.Draft(id, report, submitted, request?.Reason));
        var draft = await acts.Session.FetchForWriting<Report>(newId, ct);
        problem = Acts.Record(draft, state => ReportDecider.Decide(command, state), new StreamScope(report.ContractId, OrganisationId: null));
        if (problem is not null)
        {
            return problem;
        }

        acts.Session.QueueSql(ReportPeriods.RequireVersion(id, before.Version));
        acts.Session.QueueSql(ReportPeriods.Take(newId, report.ContractId, report.Period, replaces: id));
        return await acts.Save(draft, ct, $"/api/reports/{newId}");
    }
}
