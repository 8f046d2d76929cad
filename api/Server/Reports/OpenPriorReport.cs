using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.AuthorityActs;

namespace SecurityTracker.Server.Reports;

/// <summary>Notes that the actor has seen a 導入前の記録 as it stands: its 取消し by the other side no longer waits to be seen.</summary>
internal sealed class OpenPriorReportEndpoint(Writer writer, Openings openings) : ApiEndpoint<OnPriorReport>
{
    public override void Configure()
    {
        Post("/prior-reports/{id:guid}/opening");
        Description(route => route.Opens());
    }

    public override Task<IResult> ExecuteAsync(OnPriorReport request, CancellationToken ct) =>
        openings.Open<PriorReport>(writer, request.Id, request.IfMatch, ct);
}
