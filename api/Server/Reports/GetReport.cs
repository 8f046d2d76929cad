using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Reports.Review;

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
        Guid id, ReportReader reports, Finalising finalising, SectionRules rules, SectionPresence presence, Actors actors, Actor actor, TimeProvider time, CancellationToken ct)
    {
        if (await reports.Find(id, ct) is not { } at)
        {
            return Problems.NotFound;
        }

        var history = at.Report.Frozen ? await reports.History(at, ct) : [];
        var course = at.Report.Frozen
            ? CourseDetails.Of(at.Report, history, await Signatories.Load(actors, history.Select(e => e.Headers), ct))
            : CourseDetails.None;
        var details = ReportDetails.Of(at, finalising.Check(at), course, actor, Tokyo.Today(time), await rules.RetentionYears(at.On.Contract, ct), await presence.IsHere(at.On.Contract.Section, ct));
        return Answer.Of(details with { ConfirmationDocumentVersion = await finalising.Document(at, ct) }, at.Version);
    }
}
