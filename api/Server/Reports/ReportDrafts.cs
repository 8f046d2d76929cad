using Npgsql;
using NpgsqlTypes;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Catalogue;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reports;

/// <summary>Drafts reports from the records and from the report before.</summary>
internal sealed class ReportDrafts(Writer writer, Editions editions, Actor actor, TimeProvider time)
{
    /// <summary>Gathers a new draft in the session; the caller saves it. That its days are free is said by the database then.</summary>
    public async Task<StreamForWriting<Report>> Start(ContractAtHand on, DateSpan period, CancellationToken ct)
    {
        var contract = on.Contract;
        var header = new ReportHeader(
            ReportedOn: null,
            DocumentNumber: null,
            contract.AddresseeOn(Tokyo.Today(time)),
            contract.Contractor.Address,
            contract.Contractor.Name,
            contract.Contractor.RepresentativeTitle,
            contract.Contractor.RepresentativeName,
            contract.SignedOn,
            contract.Name);
        var extra = contract.ExtraItems.Select(item => new ExtraRow(item.Number, item.Text));
        var drafted = ReportDraft.Of(on.Id, period, on.Edition, header, [.. extra], on.Records, await Previous(on, period, ct));
        var command = new DraftReport(contract.Term, drafted);

        var stream = await writer.Session.FetchForWriting<Report>(writer.NewId(), ct);
        Writer.Record(stream, report => ReportDecider.Decide(command, report), new StreamScope(on.Id, OrganisationId: null));
        writer.Session.QueueSql(ReportPeriods.Take(stream.Id, on.Id, period));
        return stream;
    }

    /// <summary>The report that has exactly this period already, draft or finalised, or null.</summary>
    public async Task<Guid?> Existing(ContractAtHand on, DateSpan period, CancellationToken ct)
    {
        var found = await writer.Session.Query<Report>(
            "WHERE d.contract_id = $1 AND d.period_from = $2 AND d.period_to = $3 AND d.state IN ('DRAFT', 'FINALISED') ORDER BY d.id DESC",
            [.. Parameters(on, period), new NpgsqlParameter { Value = period.To, NpgsqlDbType = NpgsqlDbType.Date }],
            ct);
        return found.Count == 0 ? null : found[0].Id;
    }

    /// <summary>The later of the last finalised report and the last 導入前の記録 that stands, which end before the period starts, or null.</summary>
    public async Task<PreviousReport?> Previous(ContractAtHand on, DateSpan period, CancellationToken ct)
    {
        const string Before = "WHERE d.contract_id = $1 AND d.period_to < $2";
        var reports = await writer.Session.Query<Report>($"{Before} AND d.state = 'FINALISED' AND d.stage <> 'DISPOSED' AND {Visible.Reports(actor)} ORDER BY d.period_to DESC, d.id DESC LIMIT 1", Parameters(on, period), ct);
        var priors = await writer.Session.Query<PriorReport>($"{Before} AND d.withdrawn_by IS NULL ORDER BY d.period_to DESC LIMIT 1", Parameters(on, period), ct);
        var (report, prior) = (reports.Count > 0 ? reports[0] : null, priors.Count > 0 ? priors[0] : null);
        if (prior is not null && (report is null || report.Value.Period.To < prior.Value.Period.To))
        {
            return new PreviousReport(prior.Id, prior.Value.Rows).In(on.Edition, await editions.Get(prior.Value.Edition, ct));
        }

        return report is null
            ? null
            : new PreviousReport(report.Id, [.. report.Value.Rows.Select(row => new PreviousAnswer(row.Number, row.Answer))])
                .In(on.Edition, await editions.Get(report.Value.Edition, ct));
    }

    private static NpgsqlParameter[] Parameters(ContractAtHand on, DateSpan period) =>
        [new NpgsqlParameter<Guid> { TypedValue = on.Id }, new NpgsqlParameter { Value = period.From, NpgsqlDbType = NpgsqlDbType.Date }];
}
