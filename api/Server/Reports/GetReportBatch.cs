using SecurityTracker.Domain;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports;

/// <summary>A batch as it stands now: what changed in each report, and what is missing. Reports that the actor does not see are left out.</summary>
public static class GetReportBatchEndpoint
{
    /// <summary>GET /api/report-batches/{id}.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/report-batches/{id:guid}", Handle)
        .Requires(Permission.ReadReports)
        .Reads<ReportBatchDetails>()
        .WithName("getReportBatch")
        .WithTags("Reports");

    private static async Task<IResult> Handle(Guid id, ReportReader reader, Finalising finalising, Actor actor, CancellationToken ct)
    {
        if (await reader.FindBatch(id, ct) is not { } batch)
        {
            return Problems.NotFound;
        }

        var details = batch.Reports.Select(report => BatchedReport.Of(report, finalising.Check(report), actor));
        return Answer.Of(new ReportBatchDetails(id, batch.Version, Sequence: 0, [.. details]), batch.Version);
    }
}
