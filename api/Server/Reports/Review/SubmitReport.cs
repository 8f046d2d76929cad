using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Files;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>How and when a report was handed in.</summary>
/// <param name="On">The day in Tokyo; today where it is left out.</param>
/// <param name="FileIds">What proves it: the mail that was sent, a stamped copy.</param>
internal sealed record SubmitReportRequest(SubmissionWay Via, DateOnly? On = null, IReadOnlyList<Guid>? FileIds = null);

/// <summary>
/// Hands a finalised report in, by this system or as the record of mail, 持参 or 郵送; its bytes are those that were frozen. A report
/// that it replaces gives way in the same transaction.
/// </summary>
internal sealed class SubmitReportEndpoint(
    Writer writer, ReportReader reports, Reviewing reviewing, SectionPresence presence, KeptFiles kept, Actor actor) : ApiEndpoint<OnReport<SubmitReportRequest>>
{
    public override void Configure()
    {
        Post("/reports/{id:guid}/submission");
        Description(route => route
            .Requires(Permission.SubmitReport)
            .RequiresRecentSignIn()
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnReport<SubmitReportRequest> request, CancellationToken ct)
    {
        var stream = await writer.Fetch<Report>(request.Id, request.IfMatch, ct);
        if (await reports.Find(request.Id, ct) is not { } at || at.Version != stream.Version)
        {
            return Problems.VersionStale;
        }

        var files = await kept.Resolve(at.Report.ContractId, request.Body.FileIds, ct);
        var replaced = await reviewing.LastSubmitted(at.Report, ct);
        var command = new SubmitReport(
            request.Body.Via, request.Body.On, files, CourseDetails.FinalisedOn(await reports.History(at, ct)),
            at.On.Contract.NotLead(actor) is null, replaced?.Aggregate,
            await presence.IsHere(at.On.Contract.Section, ct));
        Writer.Record(stream, report => FinalisedReportDecider.Decide(command, report, writer.Moment));
        if (replaced is not null)
        {
            Writer.Record(replaced, report => FinalisedReportDecider.Decide(new MarkReplaced(request.Id), report, writer.Moment));
        }

        return await writer.Save(stream, ct);
    }
}
