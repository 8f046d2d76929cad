using SecurityTracker.Domain;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports;

/// <summary>A batch as it stands now: what changed in each report, and what is missing. Reports that the actor does not see are left out.</summary>
internal sealed class GetReportBatchEndpoint(ReportReader reader, Actor actor) : ApiEndpoint<OfReportBatch>
{
    public override void Configure()
    {
        Get("/report-batches/{id:guid}");
        Description(route => route
            .Requires(Permission.ReadReports)
            .Reads<ReportBatchDetails>());
    }

    public override async Task<IResult> ExecuteAsync(OfReportBatch request, CancellationToken ct)
    {
        var batch = (await reader.FindBatch(request.Id, ct)).OrNotFound();
        var details = batch.Reports.Select(report => BatchedReport.Of(report, Finalising.Check(report), actor));
        return Answer.Of(new ReportBatchDetails(request.Id, batch.Version, Sequence: 0, [.. details]), batch.Version);
    }
}
