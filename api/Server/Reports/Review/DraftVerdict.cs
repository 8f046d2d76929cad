using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>What an officer means to say of a row: 確認済, or 照会（修正のお願い）. A query wants its comment before it is sent.</summary>
internal sealed record DraftVerdictRequest(RowVerdict Verdict, string? Comment = null);

/// <summary>Notes what to say of a row. The contractor sees nothing of it until it is sent.</summary>
internal sealed class DraftVerdictEndpoint(Writer writer, Reviewing reviewing) : ApiEndpoint<OnReportRow<DraftVerdictRequest>>
{
    public override void Configure()
    {
        Put("/reports/{id:guid}/review/rows/{number:int}");
        Description(route => route
            .Requires(Permission.ReviewReport)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnReportRow<DraftVerdictRequest> request, CancellationToken ct)
    {
        var at = await reviewing.Fetch(request.Id, request.IfMatch, reportVersion: null, decides: false, ct);
        var command = new DraftVerdict(request.Id, new VerdictGiven(request.Number, request.Body.Verdict, request.Body.Comment), at.Report.Aggregate, at.SamePerson);
        Writer.Record(at.Review, review => ReportReviewDecider.Decide(command, review, writer.Moment), at.Scope);
        return await writer.Save(at.Review, ct);
    }
}
