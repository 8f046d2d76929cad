using FastEndpoints;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports;

/// <summary>What is said with finalising.</summary>
/// <param name="ReportedOn">The date of a report that has none yet.</param>
internal sealed record FinaliseReportRequest(DateOnly? ReportedOn = null);

/// <summary>What finalising answers: the write, and the hash of each kept file.</summary>
internal sealed record FinalisedAnswer(Guid Id, long Version, long Sequence, IReadOnlyList<ReportFile> Files);

/// <summary>Acts on a report, as it was read.</summary>
/// <param name="Id">The report.</param>
/// <param name="IfMatch">The ETag of the report, as it was read.</param>
/// <param name="Body">What is sent; it may be left out.</param>
internal sealed record FinalisingReport(
    [property: RouteParam] Guid Id,
    [property: FromHeader("If-Match")] IfMatch IfMatch,
    [property: FromBody] FinaliseReportRequest? Body);

/// <summary>Freezes a report for ever. While something blocks: 409 <c>report-incomplete</c> with every place named.</summary>
internal sealed class FinaliseReportEndpoint(Writer writer, ReportReader reports, Finalising finalising) : ApiEndpoint<FinalisingReport>
{
    public override void Configure()
    {
        Post("/reports/{id:guid}/finalisation");
        Description(route => route
            .Requires(Permission.FinaliseReport)
            .RequiresRecentSignIn()
            .Writes()
            .Produces<FinalisedAnswer>()
            .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status503ServiceUnavailable));
    }

    public override async Task<IResult> ExecuteAsync(FinalisingReport request, CancellationToken ct)
    {
        var stream = await writer.Fetch<Report>(request.Id, request.IfMatch, ct);
        // The report is read after its stream: what is printed is what is finalised, or the append conflicts.
        if (await reports.Find(request.Id, ct) is not { } at || at.Version != stream.Version)
        {
            return Problems.VersionStale;
        }

        await finalising.Record(at.Dated(request.Body?.ReportedOn), stream, ct);
        return await writer.Save(
            sequence => new FinalisedAnswer(request.Id, stream.Version, sequence, stream.Aggregate.Files), ct, version: stream.Version);
    }
}
