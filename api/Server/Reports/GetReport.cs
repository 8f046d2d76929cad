using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports;

/// <summary>A report with its rows, its checks as they come out now, and the marks of what changed.</summary>
public static class GetReportEndpoint
{
    /// <summary>GET /api/reports/{id}.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/reports/{id:guid}", Handle)
        .Requires(Permission.ReadReports)
        .Reads<ReportDetails>()
        .WithName("getReport")
        .WithTags("Reports");

    private static async Task<IResult> Handle(
        Guid id, ReportReader reports, Finalising finalising, Actors actors, Actor actor, CancellationToken ct)
    {
        if (await reports.Find(id, ct) is not { } at)
        {
            return Problems.NotFound;
        }

        var details = ReportDetails.Of(at, finalising.Check(at), await Finalised(at, reports, actors, ct), actor);
        return Answer.Of(details, at.Version);
    }

    private static async Task<FinalisedDetails?> Finalised(ReportAtHand at, ReportReader reports, Actors actors, CancellationToken ct)
    {
        if (at.Report.State != ReportState.FINALISED)
        {
            return null;
        }

        var last = await reports.Finalisation(at, ct);
        return new FinalisedDetails(last.RecordedAt.ToUniversalTime(), (await Signatories.Load(actors, ct)).Of(last.Headers), at.Report.Files);
    }
}
