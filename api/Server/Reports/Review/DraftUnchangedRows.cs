using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>Notes all rows that are as in the last report in one stroke: 前回から変更なし（個別には未閲覧）.</summary>
public static class DraftUnchangedRowsEndpoint
{
    /// <summary>POST /api/reports/{id}/review/unchanged-rows.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/reports/{id:guid}/review/unchanged-rows", Handle)
        .Requires(Permission.ReviewReport)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("draftUnchangedRows")
        .WithTags("Review");

    private static async Task<IResult> Handle(Guid id, IfMatch ifMatch, Acts acts, Reviewing reviewing, ReportsAsSeen seen, CancellationToken ct)
    {
        var (at, problem) = await reviewing.Fetch(id, ifMatch, reportVersion: null, decides: false, ct);
        if (problem is not null)
        {
            return problem;
        }

        var command = new DraftUnchangedRows(id, await seen.Of(at!.Report.Aggregate, ct), at.SamePerson);
        return Acts.Record(at.Review, review => ReportReviewDecider.Decide(command, review), at.Scope) ?? await acts.Save(at.Review, ct);
    }
}
