using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>What an officer means to say of a row: 確認済, or 照会（修正のお願い）. A query wants its comment before it is sent.</summary>
public sealed record DraftVerdictRequest(RowVerdict Verdict, string? Comment = null);

/// <summary>Notes what to say of a row. The contractor sees nothing of it until it is sent.</summary>
public static class DraftVerdictEndpoint
{
    /// <summary>PUT /api/reports/{id}/review/rows/{number}.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/reports/{id:guid}/review/rows/{number:int}", Handle)
        .Requires(Permission.ReviewReport)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("draftVerdict")
        .WithTags("Review");

    private static async Task<IResult> Handle(
        Guid id, int number, DraftVerdictRequest request, IfMatch ifMatch, Acts acts, Reviewing reviewing, CancellationToken ct)
    {
        var (at, problem) = await reviewing.Fetch(id, ifMatch, reportVersion: null, decides: false, ct);
        if (problem is not null)
        {
            return problem;
        }

        var command = new DraftVerdict(id, new VerdictGiven(number, request.Verdict, request.Comment), at!.Report.Aggregate, at.SamePerson);
        return Acts.Record(at.Review, review => ReportReviewDecider.Decide(command, review), at.Scope) ?? await acts.Save(at.Review, ct);
    }
}
