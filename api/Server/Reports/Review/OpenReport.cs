using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.AuthorityActs;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>Notes that the actor has opened a report as it stands: a 訂正 by the other side no longer waits to be seen.</summary>
internal sealed class OpenReportEndpoint(Acts acts, Openings openings) : ApiEndpoint<OnReport>
{
    public override void Configure()
    {
        Post("/reports/{id:guid}/opening");
        Description(route => route.Opens());
    }

    public override Task<IResult> ExecuteAsync(OnReport request, CancellationToken ct) => openings.Open<Report>(acts, request.Id, request.IfMatch, ct);
}
