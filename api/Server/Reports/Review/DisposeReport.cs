using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Organisations;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>廃棄 or 移管.</summary>
/// <param name="Number">The number under which the ministry keeps the record of it.</param>
internal sealed record DisposeReportRequest(DisposalKind Kind, DateOnly On, string? Number);

/// <summary>Records 廃棄 or 移管 of a report whose 保存期間 is over: its files go in the same transaction, their hashes stay.</summary>
internal sealed class DisposeReportEndpoint(Writer writer, SectionRules rules) : ApiEndpoint<OnReport<DisposeReportRequest>>
{
    public override void Configure()
    {
        Post("/reports/{id:guid}/disposal");
        Description(route => route
            .Requires(Permission.DisposeReport)
            .RequiresRecentSignIn()
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnReport<DisposeReportRequest> request, CancellationToken ct)
    {
        var stream = await writer.Fetch<Report>(request.Id, request.IfMatch, ct);
        var contract = (await writer.Session.Load<Contract>(stream.Aggregate.ContractId, ct))!.Value;
        var command = new DisposeReport(request.Body.Kind, request.Body.On, request.Body.Number ?? "", await rules.RetentionYears(contract, ct));
        Writer.Record(stream, report => FinalisedReportDecider.Decide(command, report, writer.Moment));
        writer.Session.QueueSql(ReportFiles.LetGo(request.Id));
        return await writer.Save(stream, ct);
    }
}
