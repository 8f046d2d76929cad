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
        var (stream, problem) = await writer.Fetch<Report>(request.Id, request.IfMatch, ct);
        if ((problem ?? Writer.Record(stream!, report => ReportDecider.Decide(new DiscardReport(), report))) is { } refused)
        {
            return refused;
        }

        writer.Session.QueueSql(ReportPeriods.Free(request.Id));
        return await GiveBack(stream!, writer, ct) ?? await writer.Save(stream!, ct);
    }

    // The report that the draft was to replace has its place back.
    private static async Task<IResult?> GiveBack(StreamForWriting<Report> discarded, Writer writer, CancellationToken ct)
    {
        if (discarded.Aggregate.Replaces is not { ReportId: var before })
        {
            return null;
        }

        var (stream, problem) = await writer.Fetch<Report>(before, ifMatch: null, ct);
        return problem ?? Writer.Record(stream!, report => FinalisedReportDecider.Decide(new AbandonReplacement(), report, writer.Moment));
    }
}
