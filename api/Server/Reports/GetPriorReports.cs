using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Reports;
using SecurityTracker.EventStore;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports;

/// <summary>A row of a 導入前の記録, as it was read.</summary>
public sealed record PriorReportRow(int Number, ImplementationStatus? Status, string? Reason, string? Explanation);

/// <summary>A 導入前の記録.</summary>
public sealed record PriorReportDetails(
    Guid Id,
    long Version,
    Guid ContractId,
    DateOnly From,
    DateOnly To,
    EditionRef Edition,
    FormReadingHeader Header,
    IReadOnlyList<PriorReportRow> Rows,
    SourceFile Source,
    DateTimeOffset RecordedAt);

/// <summary>What was reported on a contract before this program, the latest period first.</summary>
public static class GetPriorReportsEndpoint
{
    /// <summary>GET /api/contracts/{contractId}/prior-reports.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contracts/{contractId:guid}/prior-reports", Handle)
        .Requires(Permission.ReadReports)
        .Reads<IReadOnlyList<PriorReportDetails>>()
        .WithName("getPriorReports")
        .WithTags("Reports");

    private static async Task<IResult> Handle(Guid contractId, Boundary boundary, Session session, PersonalValues personal, CancellationToken ct)
    {
        if (!await boundary.HasContract(contractId, ct))
        {
            return Problems.NotFound;
        }

        var priors = await session.Query<PriorReport>(
            "WHERE d.contract_id = $1 ORDER BY d.period_from DESC", [new NpgsqlParameter<Guid> { TypedValue = contractId }], ct);
        var names = await personal.Load([.. priors.Select(prior => prior.Value.Header?.RepresentativeName).OfType<PersonalRef>()], ct);
        return new Answer<IReadOnlyList<PriorReportDetails>>([.. priors.Select(prior => Details(prior, names))]);
    }

    private static PriorReportDetails Details(Versioned<PriorReport> prior, IReadOnlyDictionary<PersonalRef, string> names)
    {
        var (record, header) = (prior.Value, prior.Value.Header!);
        return new PriorReportDetails(
            prior.Id, prior.Version, record.ContractId, record.Period.From, record.Period.To, record.Edition,
            new FormReadingHeader(
                header.ReportedOn, header.DocumentNumber, header.Addressee, header.ContractorAddress, header.ContractorName,
                header.RepresentativeName is { } name ? names[name] : null, header.ContractSignedOn, header.ContractName),
            [.. record.Rows.Select(row => new PriorReportRow(row.Number, row.Answer.Status, row.Answer.Reason, row.Answer.Explanation))],
            record.Source!,
            prior.ModifiedAt.ToUniversalTime());
    }
}
