using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>
/// Notes the rows that are left in one stroke: 前回から変更なし（個別には未閲覧） of what is as in the last report, 確認済 of an 実施 that no
/// report had before. A row that changed, that contradicts what else is known of the contract, or of which nothing is recorded there stays
/// for a look of its own.
/// </summary>
internal sealed class DraftRemainingRowsEndpoint(Writer writer, Reviewing reviewing, ReportReader reports) : ApiEndpoint<OnReport>
{
    public override void Configure()
    {
        Post("/reports/{id:guid}/review/remaining-rows");
        Description(route => route
            .Requires(Permission.ReviewReport)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnReport request, CancellationToken ct)
    {
        var at = await reviewing.Fetch(request.Id, request.IfMatch, reportVersion: null, decides: false, ct);
        var seen = (await reports.Find(request.Id, ct)).OrNotFound();
        var command = new DraftRemainingRows(request.Id, seen.Report, Contradictions.Rows(Finalising.Look(seen)), at.SamePerson);
        Writer.Record(at.Review, review => ReportReviewDecider.Decide(command, review, writer.Moment), at.Scope);
        return await writer.Save(at.Review, ct);
    }
}
