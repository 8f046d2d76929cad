using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>省内決裁.</summary>
/// <param name="ReportVersion">The version of the report that the officer has seen.</param>
/// <param name="Number">Wanted with APPROVED; it stays with the ministry.</param>
/// <param name="On">Wanted with APPROVED; it stays with the ministry.</param>
public sealed record NoteInternalApprovalRequest(long ReportVersion, InternalApprovalState State, string? Number = null, DateOnly? On = null);

/// <summary>Notes the 省内決裁 by number and date alone. The contractor sees 「省内確認中」 while it is under way, and nothing else.</summary>
public static class NoteInternalApprovalEndpoint
{
    /// <summary>PUT /api/reports/{id}/review/internal-approval.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/reports/{id:guid}/review/internal-approval", Handle)
        .Requires(Permission.ReviewReport)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("noteInternalApproval")
        .WithTags("Review");

    private static async Task<IResult> Handle(
        Guid id, NoteInternalApprovalRequest request, IfMatch ifMatch, Acts acts, Reviewing reviewing, TimeProvider time, CancellationToken ct)
    {
        var (at, problem) = await reviewing.Fetch(id, ifMatch, request.ReportVersion, decides: false, ct);
        if (problem is not null)
        {
            return problem;
        }

        var command = new NoteInternalApproval(id, request.State, request.Number, request.On, at!.Report.Aggregate, Tokyo.Today(time));
        return Acts.Record(at.Review, review => ReportReviewDecider.Decide(command, review), at.Scope)
            ?? Acts.Record(at.Report, report => Course.Decide(new ShowInternalCheck(request.State == InternalApprovalState.UNDER_WAY), report))
            ?? await acts.Save(at.Review, ct);
    }
}
