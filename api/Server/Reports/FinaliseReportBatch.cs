using FastEndpoints;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reports;

/// <summary>A report at the version that was looked at.</summary>
internal sealed record SeenReport(Guid Id, long Version);

/// <summary>Which reports of the batch to finalise; all its drafts as they are when left out.</summary>
/// <param name="ReportedOn">The date of those that have none yet.</param>
internal sealed record FinaliseReportBatchRequest(IReadOnlyList<SeenReport>? Reports = null, DateOnly? ReportedOn = null);

/// <summary>What came of one report.</summary>
/// <param name="Finalised">Whether it was finalised now.</param>
/// <param name="Version">Its version now.</param>
/// <param name="Code">Why not, or null.</param>
/// <param name="Errors">The places that are missing.</param>
internal sealed record BatchOutcome(
    Guid ReportId, string ContractName, bool Finalised, long Version, string? Code, IReadOnlyList<FieldError> Errors, IReadOnlyList<ReportFile> Files);

/// <summary>What came of each report.</summary>
internal sealed record FinalisedBatch(Guid Id, IReadOnlyList<BatchOutcome> Outcomes);

/// <summary>Sends something to a batch of reports, or nothing.</summary>
/// <param name="Id">The batch.</param>
/// <param name="Body">What is sent; it may be left out.</param>
internal sealed record FinalisingReportBatch([property: RouteParam] Guid Id, [property: FromBody] FinaliseReportBatchRequest? Body);

/// <summary>Finalises the reports of a batch that are complete, each by itself: what is missing in one does not hold up the others.</summary>
internal sealed class FinaliseReportBatchEndpoint(ReportReader reader, IServiceScopeFactory scopes) : ApiEndpoint<FinalisingReportBatch>
{
    public override void Configure()
    {
        Post("/report-batches/{id:guid}/finalisation");
        Description(route => route
            .Requires(Permission.FinaliseReport)
            .RequiresRecentSignIn()
            .Reads<FinalisedBatch>()
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status503ServiceUnavailable));
    }

    public override async Task<IResult> ExecuteAsync(FinalisingReportBatch request, CancellationToken ct)
    {
        var batch = (await reader.FindBatch(request.Id, ct)).OrNotFound();
        var outcomes = new List<BatchOutcome>();
        foreach (var report in batch.Reports.Where(report => report.Report.State == ReportState.DRAFT))
        {
            var seen = request.Body?.Reports is { } wanted ? wanted.FirstOrDefault(candidate => candidate.Id == report.Id)?.Version : report.Version;
            if (seen is { } version)
            {
                outcomes.Add(await Finalise(report.Dated(request.Body?.ReportedOn), version, scopes, ct));
            }
        }

        return new Answer<FinalisedBatch>(new FinalisedBatch(request.Id, outcomes));
    }

    // A scope of its own: a session that lost a race is thrown away, and the next report does not inherit it.
    private static async Task<BatchOutcome> Finalise(ReportAtHand report, long seen, IServiceScopeFactory scopes, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var writer = scope.ServiceProvider.GetRequiredService<Writer>();
        try
        {
            var stream = await writer.Fetch<Report>(report.Id, new IfMatch(seen), ct);
            new IfMatch(report.Version).Against(stream.Version);
            await scope.ServiceProvider.GetRequiredService<Finalising>().Record(report, stream, ct);
            await writer.Session.SaveChanges(ct);
            return new BatchOutcome(report.Id, report.On.Contract.Name, Finalised: true, stream.Version, Code: null, Errors: [], stream.Aggregate.Files);
        }
        catch (ConcurrencyConflictException)
        {
            return NotFinalised(Problems.VersionStale);
        }
        catch (ProblemException refused) when (refused.IsOfTheRequest)
        {
            return NotFinalised(refused.Problem);
        }

        BatchOutcome NotFinalised(Problem why) =>
            new(report.Id, report.On.Contract.Name, Finalised: false, report.Version, why.Code, why.Errors, Files: []);
    }
}
