using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>
/// Notes all rows that are as in the last report in one stroke: 前回から変更なし（個別には未閲覧）. A row that contradicts what else is known
/// of the contract stays for a look of its own.
/// </summary>
internal sealed class DraftUnchangedRowsEndpoint(Writer writer, Reviewing reviewing, ReportReader reports) : ApiEndpoint<OnReport>
{
    public override void Configure()
    {
        Post("/reports/{id:guid}/review/unchanged-rows");
        Description(route => route
            .Requires(Permission.ReviewReport)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnReport request, CancellationToken ct)
    {
        var at = await reviewing.Fetch(request.Id, request.IfMatch, reportVersion: null, decides: false, ct);
        var seen = (await reports.Find(request.Id, ct)).OrNotFound();
        var command = new DraftUnchangedRows(request.Id, seen.Report, Contradictions.Rows(Finalising.Look(seen)), at.SamePerson);
        Writer.Record(at.Review, review => ReportReviewDecider.Decide(command, review, writer.Moment), at.Scope);
        return await writer.Save(at.Review, ct);
    }
}
