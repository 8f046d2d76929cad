using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports;

/// <summary>The answer on one row.</summary>
/// <param name="Status">Null opens the row again.</param>
/// <param name="Reason">Wanted with 未実施 and 該当なし.</param>
/// <param name="Explanation">The text on 15)⑩.</param>
/// <param name="ExplanationStatus">The status of 15)⑩ where it is not the row's.</param>
public sealed record ChangeReportRowRequest(
    ImplementationStatus? Status = null, string? Reason = null, string? Explanation = null, ImplementationStatus? ExplanationStatus = null);

/// <summary>Answers a row in the report itself; the record of the requirement stays as it is.</summary>
public static class ChangeReportRowEndpoint
{
    /// <summary>PUT /api/reports/{id}/rows/{number}.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/reports/{id:guid}/rows/{number:int}", Handle)
        .Requires(Permission.DraftReport)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("changeReportRow")
        .WithTags("Reports");

    private static Task<IResult> Handle(Guid id, int number, ChangeReportRowRequest request, IfMatch ifMatch, Acts acts, CancellationToken ct)
    {
        var command = new ChangeReportRow(number, new RowAnswer(request.Status, request.Reason, request.Explanation, request.ExplanationStatus));
        return acts.DecideOn<Report>(id, ifMatch, report => ReportDecider.Decide(command, report), ct);
    }
}
