using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports;

/// <summary>The answer on one row.</summary>
/// <param name="Status">Null opens the row again.</param>
/// <param name="Reason">Wanted with 未実施 and 該当なし.</param>
/// <param name="Explanation">The text on 15)⑩.</param>
/// <param name="ExplanationStatus">The status of 15)⑩ where it is not the row's.</param>
internal sealed record ChangeReportRowRequest(
    ImplementationStatus? Status = null, string? Reason = null, string? Explanation = null, ImplementationStatus? ExplanationStatus = null);

/// <summary>Answers a row in the report itself; the record of the requirement stays as it is.</summary>
internal sealed class ChangeReportRowEndpoint(Writer writer) : ApiEndpoint<OnReportRow<ChangeReportRowRequest>>
{
    public override void Configure()
    {
        Put("/reports/{id:guid}/rows/{number:int}");
        Description(route => route
            .Requires(Permission.DraftReport)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override Task<IResult> ExecuteAsync(OnReportRow<ChangeReportRowRequest> request, CancellationToken ct)
    {
        var command = new ChangeReportRow(request.Number, new RowAnswer(request.Body.Status, request.Body.Reason, request.Body.Explanation, request.Body.ExplanationStatus));
        return writer.DecideOn<Report>(request.Id, request.IfMatch, report => ReportDecider.Decide(command, report), ct);
    }
}
