using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Organisations;
using SecurityTracker.Server.Reports.Review;

namespace SecurityTracker.Server.Reports;

/// <summary>A report with its rows, its checks as they come out now, and the marks of what changed.</summary>
internal sealed class GetReportEndpoint(
    ReportReader reports, Finalising finalising, SectionRules rules, SectionPresence presence, Actors actors, Actor actor, TimeProvider time) : ApiEndpoint<OfReport>
{
    public override void Configure()
    {
        Get("/reports/{id:guid}");
        Description(route => route
            .Requires(Permission.ReadReports)
            .Reads<ReportDetails>());
    }

    public override async Task<IResult> ExecuteAsync(OfReport request, CancellationToken ct)
    {
        var at = (await reports.Find(request.Id, ct)).OrNotFound();
        var history = at.Report.Frozen ? await reports.History(at, ct) : [];
        var course = at.Report.Frozen
            ? CourseDetails.Of(at.Report, history, await Signatories.Load(actors, history.Select(e => e.Headers), ct))
            : CourseDetails.None;
        var details = ReportDetails.Of(at, Finalising.Check(at), course, actor, Tokyo.Today(time), await rules.RetentionYears(at.On.Contract, ct), await presence.IsHere(at.On.Contract.Section, ct));
        return Answer.Of(details with { ConfirmationDocumentVersion = await finalising.Document(at, ct) }, at.Version);
    }
}
