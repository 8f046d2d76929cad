using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Reports.Review;

namespace SecurityTracker.Server.Reports;

/// <summary>Why it was kept by mistake: 1 to 4,000 characters.</summary>
internal sealed record WithdrawPriorReportRequest(string? Reason);

/// <summary>
/// 取消し of a 導入前の記録 by the side that kept it, on the contractor's side by the 幹事法人: its days are free and no report is compared with it
/// any more. It stays for both to read, with the reason, and the other side is told.
/// </summary>
internal sealed class WithdrawPriorReportEndpoint(Writer writer, Actor actor) : ApiEndpoint<OnPriorReport<WithdrawPriorReportRequest>>
{
    public override void Configure()
    {
        Post("/prior-reports/{id:guid}/withdrawal");
        Description(route => route
            .Requires(Permission.WithdrawPriorReport)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnPriorReport<WithdrawPriorReportRequest> request, CancellationToken ct)
    {
        var stream = await writer.Fetch<PriorReport>(request.Id, request.IfMatch, ct);
        var side = actor.Side;
        var contract = (await writer.Session.Load<Contract>(stream.Aggregate.ContractId, ct))!.Value;
        Sides.NotLead(contract, actor, side).ThrowIfRefused();
        var command = new WithdrawPriorReport(request.Body.Reason ?? "", side, PriorReportCourse.Of(await writer.Session.FetchStream(request.Id, ct: ct)).RecordedBy);
        Writer.Record(stream, prior => PriorReportDecider.Decide(command, prior));
        writer.Session.QueueSql(ReportPeriods.Free(request.Id));
        return await writer.Save(stream, ct);
    }
}
