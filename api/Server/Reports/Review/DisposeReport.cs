using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Access.SignIn;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>廃棄 or 移管.</summary>
/// <param name="Number">The number under which the ministry keeps the record of it.</param>
public sealed record DisposeReportRequest(DisposalKind Kind, DateOnly On, string? Number);

/// <summary>Records 廃棄 or 移管 of a report whose 保存期間 is over: its files go in the same transaction, their hashes stay.</summary>
public static class DisposeReportEndpoint
{
    /// <summary>POST /api/reports/{id}/disposal.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/reports/{id:guid}/disposal", Handle)
        .Requires(Permission.DisposeReport)
        .RequiresRecentSignIn()
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("disposeReport")
        .WithTags("Review");

    private static async Task<IResult> Handle(Guid id, DisposeReportRequest request, IfMatch ifMatch, Acts acts, SectionRules rules, TimeProvider time, CancellationToken ct)
    {
        var (stream, problem) = await acts.Fetch<Report>(id, ifMatch, ct);
        if (problem is not null)
        {
            return problem;
        }

        var contract = (await acts.Session.Load<Contract>(stream!.Aggregate.ContractId, ct))!.Value;
        var command = new DisposeReport(request.Kind, request.On, request.Number ?? "", Tokyo.Today(time), await rules.RetentionYears(contract, ct));
        if (Acts.Record(stream, report => Course.Decide(command, report)) is { } refused)
        {
            return refused;
        }

        acts.Session.QueueSql(ReportFiles.LetGo(id));
        return await acts.Save(stream, ct);
    }
}
