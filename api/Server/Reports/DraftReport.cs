using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports;

/// <summary>The period to report on, both days included.</summary>
public sealed record DraftReportRequest(DateOnly From, DateOnly To);

/// <summary>
/// Drafts a report on a period of a contract, filled from the records and the report before. Days that another report or 導入前の記録
/// has are refused (<c>period-overlaps</c>).
/// </summary>
public static class DraftReportEndpoint
{
    /// <summary>POST /api/contracts/{contractId}/reports.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contracts/{contractId:guid}/reports", Handle)
        .Requires(Permission.DraftReport)
        .Creates()
        .Refuses(StatusCodes.Status404NotFound)
        .WithName("draftReport")
        .WithTags("Reports");

    private static async Task<IResult> Handle(
        Guid contractId, DraftReportRequest request, Acts acts, ReportReader reader, ReportDrafts drafts, CancellationToken ct)
    {
        if (await reader.FindContract(contractId, ct) is not { } contract)
        {
            return Problems.NotFound;
        }

        var (stream, problem) = await drafts.Start(contract, new DateSpan(request.From, request.To), ct);
        return problem is not null ? problem : await acts.Save(stream!, ct, $"/api/reports/{stream!.Id}");
    }
}
