using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reports;

/// <summary>Puts a draft away; its period is free again.</summary>
internal sealed class DiscardReportEndpoint(Writer writer) : ApiEndpoint<OnReport>
{
    public override void Configure()
    {
        Delete("/reports/{id:guid}");
        Description(route => route
            .Requires(Permission.DraftReport)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnReport request, CancellationToken ct)
    {
        var stream = await writer.Fetch<Report>(request.Id, request.IfMatch, ct);
        Writer.Record(stream, report => ReportDecider.Decide(new DiscardReport(), report));
        writer.Session.QueueSql(ReportPeriods.Free(request.Id));
        await GiveBack(stream, writer, ct);
        return await writer.Save(stream, ct);
    }

    // The report that the draft was to replace has its place back.
    private static async Task GiveBack(StreamForWriting<Report> discarded, Writer writer, CancellationToken ct)
    {
        if (discarded.Aggregate.Replaces is { ReportId: var before })
        {
            Writer.Record(await writer.Fetch<Report>(before, ifMatch: null, ct), report => FinalisedReportDecider.Decide(new AbandonReplacement(), report, writer.Moment));
        }
    }
}
