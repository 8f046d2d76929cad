using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.AuthorityActs;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>Notes that the actor has opened a report as it stands: a 訂正 by the other side no longer waits to be seen.</summary>
public static class OpenReportEndpoint
{
    /// <summary>POST /api/reports/{id}/opening.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/reports/{id:guid}/opening", Handle)
        .Opens()
        .WithName("openReport")
        .WithTags("Review");

    private static Task<IResult> Handle(Guid id, IfMatch ifMatch, Acts acts, Openings openings, CancellationToken ct) => openings.Open<Report>(acts, id, ifMatch, ct);
}
