using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Access.SignIn;

namespace SecurityTracker.Server.Reports;

/// <summary>What is said with finalising.</summary>
/// <param name="ReportedOn">The date of a report that has none yet.</param>
public sealed record FinaliseReportRequest(DateOnly? ReportedOn = null);

/// <summary>What finalising answers: the write, and the hash of each kept file.</summary>
public sealed record FinalisedAnswer(Guid Id, long Version, long Sequence, IReadOnlyList<ReportFile> Files);

/// <summary>Freezes a report for ever. While something blocks: 409 <c>report-incomplete</c> with every place named.</summary>
public static class FinaliseReportEndpoint
{
    /// <summary>POST /api/reports/{id}/finalisation.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/reports/{id:guid}/finalisation", Handle)
        .Requires(Permission.FinaliseReport)
        .RequiresRecentSignIn()
        .Writes()
        .Produces<FinalisedAnswer>()
        .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status503ServiceUnavailable)
        .WithName("finaliseReport")
        .WithTags("Reports");

    private static async Task<IResult> Handle(
        Guid id, FinaliseReportRequest? request, IfMatch ifMatch, Acts acts, ReportReader reports, Finalising finalising, CancellationToken ct)
    {
        var (stream, problem) = await acts.Fetch<Report>(id, ifMatch, ct);
        if (problem is not null)
        {
            return problem;
        }

        // The report is read after its stream: what is printed is what is finalised, or the append conflicts.
        if (await reports.Find(id, ct) is not { } at || at.Version != stream!.Version)
        {
            return Problems.VersionStale;
        }

        return await finalising.Record(at.Dated(request?.ReportedOn), stream, ct) is { } refused
            ? refused
            : await acts.Save(
                sequence => new FinalisedAnswer(id, stream.Version, sequence, stream.Aggregate.Files), ct, version: stream.Version);
    }
}
