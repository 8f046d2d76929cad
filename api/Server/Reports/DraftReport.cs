using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports;

/// <summary>The period to report on, both days included.</summary>
internal sealed record DraftReportRequest(DateOnly From, DateOnly To);

/// <summary>
/// Drafts a report on a period of a contract, filled from the records and the report before. Days that another report or 導入前の記録
/// has are refused (<c>period-overlaps</c>).
/// </summary>
internal sealed class DraftReportEndpoint(Writer writer, ReportReader reader, ReportDrafts drafts) : ApiEndpoint<InContract<DraftReportRequest>>
{
    public override void Configure()
    {
        Post("/contracts/{contractId:guid}/reports");
        Description(route => route
            .Requires(Permission.DraftReport)
            .Creates()
            .Refuses(StatusCodes.Status404NotFound));
    }

    public override async Task<IResult> ExecuteAsync(InContract<DraftReportRequest> request, CancellationToken ct)
    {
        var contract = (await reader.FindContract(request.ContractId, ct)).OrNotFound();
        var stream = await drafts.Start(contract, new DateSpan(request.Body.From, request.Body.To), ct);
        return await writer.Save(stream, ct, $"/api/reports/{stream.Id}");
    }
}
