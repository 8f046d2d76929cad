using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Organisations;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>The version of the report that the officer has seen.</summary>
internal sealed record SendReviewRequest(long ReportVersion);

/// <summary>Sends all that is noted: the contractor sees it at once, all of it, in one transaction.</summary>
internal sealed class SendReviewEndpoint(Writer writer, Reviewing reviewing, SectionRules rules, Actor actor) : ApiEndpoint<OnReport<SendReviewRequest>>
{
    public override void Configure()
    {
        Post("/reports/{id:guid}/review/sending");
        Description(route => route
            .Requires(Permission.ReviewReport)
            .RequiresRecentSignIn()
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnReport<SendReviewRequest> request, CancellationToken ct)
    {
        var at = await reviewing.Fetch(request.Id, request.IfMatch, request.Body.ReportVersion, decides: true, ct);
        var (before, drafts) = (at.Report.Aggregate, at.Review.Aggregate.Drafts);
        var missing = await rules.WantsSecondPair(at.Contract, ReviewedKind.REPORT_REVIEW, ct)
            && SecondPair.IsDrafter(at.Review.Aggregate, await writer.Session.FetchStream(at.Review.Id, ct: ct), actor);
        Writer.Record(at.Review, review => ReportReviewDecider.Decide(new SendDrafts(missing), review, writer.Moment), at.Scope);
        Writer.Record(at.Report, report => FinalisedReportDecider.Decide(new SendReview(drafts, at.SamePerson), report, writer.Moment));
        await reviewing.Reopen(request.Id, drafts, ct);
        await reviewing.AddToThreads(request.Id, before, drafts, outside: null, ct);
        return await writer.Save(at.Review, ct);
    }
}
