using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>
/// Notes all rows that are as in the last report in one stroke: 前回から変更なし（個別には未閲覧）. A row that contradicts what else is known
/// of the contract stays for a look of its own.
/// </summary>
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

    private static async Task<IResult> Handle(Guid id, IfMatch ifMatch, Acts acts, Reviewing reviewing, ReportReader reports, CancellationToken ct)
    {
        var (at, problem) = await reviewing.Fetch(id, ifMatch, reportVersion: null, decides: false, ct);
        if (problem is not null || await reports.Find(id, ct) is not { } seen)
        {
            return problem ?? Problems.NotFound;
        }

        var command = new DraftUnchangedRows(id, seen.Report, Contradictions.Rows(Finalising.Look(seen)), at!.SamePerson);
        return Acts.Record(at.Review, review => ReportReviewDecider.Decide(command, review), at.Scope) ?? await acts.Save(at.Review, ct);
    }
}
