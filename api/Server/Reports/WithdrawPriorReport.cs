using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Reports.Review;

namespace SecurityTracker.Server.Reports;

/// <summary>Why it was kept by mistake: 1 to 4,000 characters.</summary>
public sealed record WithdrawPriorReportRequest(string? Reason);

/// <summary>
/// 取消し of a 導入前の記録 by the side that kept it, on the contractor's side by the 幹事法人: its days are free and no report is compared with it
/// any more. It stays for both to read, with the reason, and the other side is told.
/// </summary>
public static class WithdrawPriorReportEndpoint
{
    /// <summary>POST /api/prior-reports/{id}/withdrawal.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/prior-reports/{id:guid}/withdrawal", Handle)
        .Requires(Permission.WithdrawPriorReport)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("withdrawPriorReport")
        .WithTags("Reports");

    private static async Task<IResult> Handle(Guid id, WithdrawPriorReportRequest request, IfMatch ifMatch, Acts acts, Actor actor, CancellationToken ct)
    {
        var (stream, problem) = await acts.Fetch<PriorReport>(id, ifMatch, ct);
        if (problem is not null)
        {
            return problem;
        }

        var side = Sides.Of(actor);
        var contract = (await acts.Session.Load<Contract>(stream!.Aggregate.ContractId, ct))!.Value;
        if (Sides.NotLead(contract, actor, side) is { } notLead)
        {
            return Problems.From(notLead);
        }

        var command = new WithdrawPriorReport(request.Reason ?? "", side, PriorReportCourse.Of(await acts.Session.FetchStream(id, ct: ct)).RecordedBy);
        if (Acts.Record(stream, prior => PriorReportDecider.Decide(command, prior)) is { } refused)
        {
            return refused;
        }

        acts.Session.QueueSql(ReportPeriods.Free(id));
        return await acts.Save(stream, ct);
    }
}
