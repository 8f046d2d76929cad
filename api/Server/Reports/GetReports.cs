using Npgsql;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Reports;
using SecurityTracker.EventStore;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports;

/// <summary>A report in its contract's list.</summary>
/// <param name="Prior">A 導入前の記録, which is no report of this program.</param>
/// <param name="State">Null for a 導入前の記録.</param>
/// <param name="FinalisedAt">When it was frozen, or null.</param>
public sealed record ReportSummary(
    Guid Id, long Version, bool Prior, ReportState? State, DateOnly From, DateOnly To, EditionRef Edition, DateTimeOffset? FinalisedAt, IReadOnlyList<ReportFile> Files);

/// <summary>The reports of a contract and its 導入前の記録, the latest period first; discarded drafts are left out.</summary>
public static class GetReportsEndpoint
{
    /// <summary>GET /api/contracts/{contractId}/reports.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contracts/{contractId:guid}/reports", Handle)
        .Requires(Permission.ReadReports)
        .Reads<IReadOnlyList<ReportSummary>>()
        .WithName("getReports")
        .WithTags("Reports");

    private static async Task<IResult> Handle(Guid contractId, Boundary boundary, Session session, CancellationToken ct)
    {
        if (!await boundary.HasContract(contractId, ct))
        {
            return Problems.NotFound;
        }

        var reports = await session.Query<Report>("WHERE d.contract_id = $1 AND d.state <> 'DISCARDED'", [Of(contractId)], ct);
        var priors = await session.Query<PriorReport>("WHERE d.contract_id = $1", [Of(contractId)], ct);
        var all = reports.Select(Summary).Concat(priors.Select(Summary)).OrderByDescending(report => report.From);
        return new Answer<IReadOnlyList<ReportSummary>>([.. all]);
    }

    private static NpgsqlParameter<Guid> Of(Guid contractId) => new() { TypedValue = contractId };

    private static ReportSummary Summary(Versioned<Report> report) => new(
        report.Id, report.Version, Prior: false, report.Value.State, report.Value.Period.From, report.Value.Period.To, report.Value.Edition,
        report.Value.State == ReportState.FINALISED ? report.ModifiedAt.ToUniversalTime() : null, report.Value.Files);

    private static ReportSummary Summary(Versioned<PriorReport> prior) => new(
        prior.Id, prior.Version, Prior: true, State: null, prior.Value.Period.From, prior.Value.Period.To, prior.Value.Edition, FinalisedAt: null, Files: []);
}
