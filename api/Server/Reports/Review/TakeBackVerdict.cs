using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>Takes back what was noted on a row and not sent.</summary>
internal sealed class TakeBackVerdictEndpoint(Writer writer, Reviewing reviewing) : ApiEndpoint<OnReportRow>
{
    public override void Configure()
    {
        Delete("/reports/{id:guid}/review/rows/{number:int}");
        Description(route => route
            .Requires(Permission.ReviewReport)
            .Writes());
    }

    public override async Task<IResult> ExecuteAsync(OnReportRow request, CancellationToken ct)
    {
        var at = await reviewing.Fetch(request.Id, request.IfMatch, reportVersion: null, decides: false, ct);
        Writer.Record(at.Review, review => ReportReviewDecider.Decide(new TakeBackVerdict(request.Number), review, writer.Moment), at.Scope);
        return await writer.Save(at.Review, ct);
    }
}
