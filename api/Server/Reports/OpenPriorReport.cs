using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.AuthorityActs;

namespace SecurityTracker.Server.Reports;

/// <summary>Notes that the actor has seen a 導入前の記録 as it stands: its 取消し by the other side no longer waits to be seen.</summary>
public static class OpenPriorReportEndpoint
{
    /// <summary>POST /api/prior-reports/{id}/opening.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/prior-reports/{id:guid}/opening", Handle)
        .Opens()
        .WithName("openPriorReport")
        .WithTags("Reports");

    private static Task<IResult> Handle(Guid id, IfMatch ifMatch, Acts acts, Openings openings, CancellationToken ct) =>
        openings.Open<PriorReport>(acts, id, ifMatch, ct);
}
