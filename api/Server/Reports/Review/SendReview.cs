using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Access.SignIn;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>The version of the report that the officer has seen.</summary>
public sealed record SendReviewRequest(long ReportVersion);

/// <summary>Sends all that is noted: the contractor sees it at once, all of it, in one transaction.</summary>
public static class SendReviewEndpoint
{
    /// <summary>POST /api/reports/{id}/review/sending.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/reports/{id:guid}/review/sending", Handle)
        .Requires(Permission.ReviewReport)
        .RequiresRecentSignIn()
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("sendReview")
        .WithTags("Review");

    private static async Task<IResult> Handle(
        Guid id, SendReviewRequest request, IfMatch ifMatch, Acts acts, Reviewing reviewing, SectionRules rules, Actor actor, CancellationToken ct)
    {
        var (at, problem) = await reviewing.Fetch(id, ifMatch, request.ReportVersion, decides: true, ct);
        if (problem is not null)
        {
            return problem;
        }

        var (before, drafts) = (at!.Report.Aggregate, at.Review.Aggregate.Drafts);
        var missing = await rules.WantsSecondPair(at.Contract, ReviewedKind.REPORT_REVIEW, ct)
            && SecondPair.IsDrafter(at.Review.Aggregate, await acts.Session.FetchStream(at.Review.Id, ct: ct), actor);
        problem = Acts.Record(at.Review, review => ReportReviewDecider.Decide(new SendDrafts(missing), review), at.Scope)
            ?? Acts.Record(at.Report, report => Course.Decide(new SendReview(drafts, at.SamePerson), report));
        if (problem is not null)
        {
            return problem;
        }

        await reviewing.Reopen(id, drafts, ct);
        await reviewing.AddToThreads(id, before, drafts, outside: null, ct);
        return await acts.Save(at.Review, ct);
    }
}
