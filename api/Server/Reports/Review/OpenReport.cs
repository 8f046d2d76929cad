using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.AuthorityActs;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>Notes that the actor has opened a report as it stands: a 訂正 by the other side no longer waits to be seen.</summary>
internal sealed class OpenReportEndpoint(Writer writer, Openings openings) : ApiEndpoint<OnReport>
{
    public override void Configure()
    {
        Post("/reports/{id:guid}/opening");
        Description(route => route.Opens());
    }

    public override Task<IResult> ExecuteAsync(OnReport request, CancellationToken ct) => openings.Open<Report>(writer, request.Id, request.IfMatch, ct);
}
