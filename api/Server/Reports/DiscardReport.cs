using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reports;

/// <summary>Puts a draft away; its period is free again.</summary>
public static class DiscardReportEndpoint
{
    /// <summary>DELETE /api/reports/{id}.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapDelete("/reports/{id:guid}", Handle)
        .Requires(Permission.DraftReport)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("discardReport")
        .WithTags("Reports");

    private static async Task<IResult> Handle(Guid id, IfMatch ifMatch, Acts acts, CancellationToken ct)
    {
        var (stream, problem) = await acts.Fetch<Report>(id, ifMatch, ct);
        if ((problem ?? Acts.Record(stream!, report => ReportDecider.Decide(new DiscardReport(), report))) is { } refused)
        {
            return refused;
        }

        acts.Session.QueueSql(ReportPeriods.Free(id));
        return await GiveBack(stream!, acts, ct) ?? await acts.Save(stream!, ct);
    }

    // The report that the draft was to replace has its place back.
    private static async Task<IResult?> GiveBack(StreamForWriting<Report> discarded, Acts acts, CancellationToken ct)
    {
        if (discarded.Aggregate.Replaces is not { ReportId: var before })
        {
            return null;
        }

        var (stream, problem) = await acts.Fetch<Report>(before, ifMatch: null, ct);
        return problem ?? Acts.Record(stream!, report => Course.Decide(new AbandonReplacement(), report));
    }
}
