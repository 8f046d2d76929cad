using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports;

/// <summary>Replaces a row by what is recorded now.</summary>
internal sealed class TakeOverReportRowEndpoint(Writer writer, ReportReader reports) : ApiEndpoint<OnReportRow>
{
    public override void Configure()
    {
        Post("/reports/{id:guid}/rows/{number:int}/take-over");
        Description(route => route
            .Requires(Permission.DraftReport)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnReportRow request, CancellationToken ct)
    {
        var at = (await reports.Find(request.Id, ct)).OrNotFound();
        var command = new TakeOverReportRow(request.Number, at.On.Records.FirstOrDefault(record => record.Number == request.Number));
        return await writer.DecideOn<Report>(request.Id, request.IfMatch, report => ReportDecider.Decide(command, report), ct);
    }
}
