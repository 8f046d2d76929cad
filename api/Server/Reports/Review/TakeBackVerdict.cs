using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>Takes back what was noted on a row and not sent.</summary>
public static class TakeBackVerdictEndpoint
{
    /// <summary>DELETE /api/reports/{id}/review/rows/{number}.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapDelete("/reports/{id:guid}/review/rows/{number:int}", Handle)
        .Requires(Permission.ReviewReport)
        .Writes()
        .WithName("takeBackVerdict")
        .WithTags("Review");

    private static async Task<IResult> Handle(Guid id, int number, IfMatch ifMatch, Acts acts, Reviewing reviewing, CancellationToken ct)
    {
        var (at, problem) = await reviewing.Fetch(id, ifMatch, reportVersion: null, decides: false, ct);
        return problem
            ?? Acts.Record(at!.Review, review => ReportReviewDecider.Decide(new TakeBackVerdict(number), review), at.Scope)
            ?? await acts.Save(at.Review, ct);
    }
}
