using SecurityTracker.Domain;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reports;

/// <summary>A contract and the period to report on.</summary>
internal sealed record ReportBatchItem(Guid ContractId, DateOnly From, DateOnly To);

/// <summary>The reports wanted, at most 100.</summary>
internal sealed record StartReportBatchRequest(IReadOnlyList<ReportBatchItem> Items);

/// <summary>
/// Takes reports of several contracts together: each is drafted, or taken as it is where it has exactly that period already. One that
/// cannot be drafted refuses all, and says which.
/// </summary>
internal sealed class StartReportBatchEndpoint(
    Writer writer, ReportReader reader, ReportDrafts drafts, Actor actor) : ApiEndpoint<Sent<StartReportBatchRequest>>
{
    public override void Configure()
    {
        Post("/report-batches");
        Description(route => route
            .Requires(Permission.DraftReport)
            .Creates()
            .Produces<ReportBatchDetails>(StatusCodes.Status201Created)
            .Refuses(StatusCodes.Status404NotFound));
    }

    public override async Task<IResult> ExecuteAsync(Sent<StartReportBatchRequest> request, CancellationToken ct)
    {
        var reports = new List<ReportAtHand>();
        foreach (var (index, item) in request.Body.Items.Index())
        {
            try
            {
                reports.Add(await Take(item, reader, drafts, ct));
            }
            catch (ProblemException refused) when (refused.IsOfTheRequest)
            {
                return At(refused.Problem, index);
            }
        }

        var decision = ReportBatch.Start(ReportBatch.Initial, [.. reports.Select(report => report.Id)]);
        decision.Refusal.ThrowIfRefused();
        var (id, version) = (writer.NewId(), decision.Events.Count);
        writer.Session.StartStream<ReportBatch>(id, new StreamScope(ContractId: null, actor.OrganisationId), decision.Events);
        return await writer.Save(
            sequence => new ReportBatchDetails(id, version, sequence, [.. reports.Select(report => BatchedReport.Of(report, Finalising.Check(report), actor))]),
            ct, StatusCodes.Status201Created, $"/api/report-batches/{id}", version);
    }

    private static async Task<ReportAtHand> Take(ReportBatchItem item, ReportReader reader, ReportDrafts drafts, CancellationToken ct)
    {
        var on = (await reader.FindContract(item.ContractId, ct)).OrNotFound();
        var period = new DateSpan(item.From, item.To);
        if (await drafts.Existing(on, period, ct) is { } existing)
        {
            return (await reader.Find(existing, ct))!;
        }

        return await reader.AtHand(await drafts.Start(on, period, ct), on, ct);
    }

    private static Problem At(Problem problem, int index) => problem with
    {
        Errors = problem.Errors.Count == 0
            ? [new FieldError($"/items/{index}", problem.Code, problem.Message)]
            : [.. problem.Errors.Select(error => error with { Pointer = $"/items/{index}{error.Pointer}" })],
    };
}
