using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reports;

/// <summary>A report in its contract's list.</summary>
/// <param name="Prior">A 導入前の記録, which is no report of this program.</param>
/// <param name="State">Null for a 導入前の記録.</param>
/// <param name="FinalisedAt">When it was frozen, or null.</param>
/// <param name="Stage">Where it is between the two sides; null for a 導入前の記録.</param>
/// <param name="ReplacesId">The report that it is to stand in for.</param>
/// <param name="ReplacedById">The report that stands in its place.</param>
internal sealed record ReportSummary(
    Guid Id,
    long Version,
    bool Prior,
    ReportState? State,
    DateOnly From,
    DateOnly To,
    EditionRef Edition,
    DateTimeOffset? FinalisedAt,
    IReadOnlyList<ReportFile> Files,
    ReportStage? Stage = null,
    DateOnly? SubmittedOn = null,
    DateOnly? ReceivedOn = null,
    Guid? ReplacesId = null,
    Guid? ReplacedById = null);

/// <summary>The reports of a contract and its 導入前の記録, the latest period first; discarded drafts and what was taken back are left out.</summary>
internal sealed class GetReportsEndpoint(Boundary boundary, Session session, EventStore store, ReportsAsSeen seen, Actor actor) : ApiEndpoint<InContract>
{
    public override void Configure()
    {
        Get("/contracts/{contractId:guid}/reports");
        Description(route => route
            .Requires(Permission.ReadReports)
            .Reads<IReadOnlyList<ReportSummary>>());
    }

    public override async Task<IResult> ExecuteAsync(InContract request, CancellationToken ct)
    {
        if (!await boundary.HasContract(request.ContractId, ct))
        {
            return Problems.NotFound;
        }

        var reports = await session.Query<Report>($"WHERE d.contract_id = $1 AND d.state <> 'DISCARDED' AND {Visible.Reports(actor)}", [Of(request.ContractId)], ct);
        var priors = await session.Query<PriorReport>("WHERE d.contract_id = $1 AND d.withdrawn_by IS NULL", [Of(request.ContractId)], ct);
        var frozen = await store.Read(ReportPeriods.Frozen(request.ContractId), ct);
        var all = priors.Select(Summary).ToList();
        foreach (var report in reports)
        {
            all.Add(Summary(report with { Value = await seen.Of(report.Value, ct) }, frozen));
        }

        return new Answer<IReadOnlyList<ReportSummary>>(
            [.. all.OrderByDescending(report => report.From).ThenBy(report => report.ReplacedById is not null).ThenByDescending(report => report.Id)]);
    }

    private static NpgsqlParameter<Guid> Of(Guid contractId) => new() { TypedValue = contractId };

    private static ReportSummary Summary(Versioned<Report> report, IReadOnlyDictionary<Guid, DateTimeOffset> frozen) => new(
        report.Id, report.Version, Prior: false, report.Value.State, report.Value.Period.From, report.Value.Period.To, report.Value.Edition,
        frozen.TryGetValue(report.Id, out var at) ? at : null, report.Value.Files,
        report.Value.Stage, report.Value.Submission?.On, report.Value.Submission?.Receipt?.On, report.Value.Replaces?.ReportId,
        report.Value.State == ReportState.REPLACED ? report.Value.ReplacementId : null);

    private static ReportSummary Summary(Versioned<PriorReport> prior) => new(
        prior.Id, prior.Version, Prior: true, State: null, prior.Value.Period.From, prior.Value.Period.To, prior.Value.Edition, FinalisedAt: null, Files: []);
}
