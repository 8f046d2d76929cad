using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Parts;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Catalogue;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reports;

/// <summary>A contract with all that a report on it is made from.</summary>
/// <param name="Edition">The edition of the contract, or of the report at hand.</param>
/// <param name="Records">What is recorded on its requirements now.</param>
/// <param name="Words">The officer's words and the communications.</param>
/// <param name="Parts">The parts of those who take part.</param>
/// <param name="PriorDays">The days of 導入前の記録.</param>
internal sealed record ContractAtHand(
    Guid Id, Contract Contract, AnnexEdition Edition, IReadOnlyList<RecordedAnswer> Records, IReadOnlyList<OfficerWord> Words, IReadOnlyList<Part> Parts,
    IReadOnlyList<DateSpan> PriorDays);

/// <summary>A report with all that it is shown, checked and printed from.</summary>
/// <param name="Header">The header as it prints now.</param>
/// <param name="RepresentativeName">代表者氏名 itself.</param>
/// <param name="Replacement">What it says of itself as a 差替え, or null.</param>
internal sealed record ReportAtHand(
    Guid Id, long Version, Report Report, ReportHeader Header, string RepresentativeName, ContractAtHand On, ReplacementNote? Replacement = null)
{
    /// <summary>The form as it prints now.</summary>
    public FilledForm Form { get; } = ReportForms.Fill(Report, Header, RepresentativeName, On.Edition) with { Replacement = Replacement };

    /// <summary>The same report with this date above it, where it has none.</summary>
    public ReportAtHand Dated(DateOnly? day) => day is null || Header.ReportedOn is not null
        ? this
        : new ReportAtHand(Id, Version, Report, Header with { ReportedOn = day }, RepresentativeName, On, Replacement);
}

/// <summary>Several reports that are handled together.</summary>
internal sealed record BatchAtHand(Guid Id, long Version, IReadOnlyList<ReportAtHand> Reports);

/// <summary>Reads reports and what hangs on them, within what the actor sees.</summary>
internal sealed class ReportReader(Session session, EventStore store, PersonalValues personal, Editions editions, ReportsAsSeen seen, Actor actor)
{
    /// <summary>A report, or null if there is none for this actor.</summary>
    public async Task<ReportAtHand?> Find(Guid reportId, CancellationToken ct) => await Find([reportId], ct) is [var report] ? report : null;

    /// <summary>Those of the reports that this actor sees, in the order asked for.</summary>
    public async Task<IReadOnlyList<ReportAtHand>> Find(IReadOnlyList<Guid> reportIds, CancellationToken ct)
    {
        var parameters = new List<NpgsqlParameter> { new NpgsqlParameter<Guid[]> { TypedValue = [.. reportIds] } };
        var sql = $"JOIN mt_doc_contract c ON c.id = d.contract_id WHERE d.id = ANY ($1) AND {Visible.To(actor, parameters)} AND {Visible.Reports(actor)}";
        var found = (await session.Query<Report>(sql, parameters, ct)).ToDictionary(report => report.Id);
        var names = await personal.Load([.. found.Values.Select(report => report.Value.Header.RepresentativeName)], ct);
        var reports = new List<ReportAtHand>();
        foreach (var report in reportIds.Where(found.ContainsKey).Select(id => found[id]))
        {
            var contract = (await session.Load<Contract>(report.Value.ContractId, ct))!.Value;
            var header = report.Value.HeaderFor(contract);
            reports.Add(new ReportAtHand(
                report.Id, report.Version, await seen.Of(report.Id, report.Value, ct), header, names[header.RepresentativeName],
                await With(report.Value.ContractId, contract, report.Value.Edition, ct),
                ReplacementNote.Of(report.Value, await HandedInBefore(report.Value, ct))));
        }

        return reports;
    }

    // The report that a chain of replacements stands in for: the last one that was handed in.
    private async Task<Report?> HandedInBefore(Report report, CancellationToken ct)
    {
        var before = report.Replaces?.ReportId;
        while (before is { } id && await session.Load<Report>(id, ct) is { Value: var replaced })
        {
            if (replaced.Submission is not null)
            {
                return replaced;
            }

            before = replaced.Replaces?.ReportId;
        }

        return null;
    }

    /// <summary>A batch with those of its reports that this actor sees, or null if there are none.</summary>
    public async Task<BatchAtHand?> FindBatch(Guid batchId, CancellationToken ct) =>
        await session.Load<ReportBatch>(batchId, ct) is { } batch && await Find(batch.Value.ReportIds, ct) is { Count: > 0 } reports
            ? new BatchAtHand(batchId, batch.Version, reports)
            : null;

    /// <summary>All that happened to a report at hand, oldest first.</summary>
    public async Task<IReadOnlyList<RecordedEvent>> History(ReportAtHand at, CancellationToken ct) => await session.FetchStream(at.Id, ct: ct);

    /// <summary>A report of a contract at hand, as it stands in a session that is not saved yet.</summary>
    public async Task<ReportAtHand> AtHand(StreamForWriting<Report> stream, ContractAtHand on, CancellationToken ct)
    {
        var header = stream.Aggregate.HeaderFor(on.Contract);
        var name = await personal.Load(header.RepresentativeName, ct);
        return new ReportAtHand(stream.Id, stream.Version, stream.Aggregate, header, name, on);
    }

    /// <summary>A contract, or null if there is none for this actor.</summary>
    public async Task<ContractAtHand?> FindContract(Guid contractId, CancellationToken ct)
    {
        var parameters = new List<NpgsqlParameter> { new NpgsqlParameter<Guid> { TypedValue = contractId } };
        var found = await session.Query<Contract>($"WHERE d.id = $1 AND {Visible.To(actor, parameters, "d")}", parameters, ct);
        return found.Count == 0 ? null : await With(contractId, found[0].Value, found[0].Value.Edition, ct);
    }

    private async Task<ContractAtHand> With(Guid contractId, Contract contract, EditionRef edition, CancellationToken ct)
    {
        const string OfContract = "WHERE d.contract_id = $1";
        var obligations = session.Rows<Obligation>(OfContract, [new NpgsqlParameter<Guid> { TypedValue = contractId }]);
        var parts = session.Rows<Part>($"{OfContract} ORDER BY d.id", [new NpgsqlParameter<Guid> { TypedValue = contractId }]);
        var (words, priors) = (OfficerWords.Of(contractId), ReportPeriods.OfPriors(contractId));
        await store.Read([obligations, words, parts, priors], ct);
        var records = obligations.Taken.Where(obligation => obligation.Value is { InForce: true, Reported: true })
            .Select(obligation => RecordedAnswer.Of(obligation.Value, obligation.Version));
        return new ContractAtHand(contractId, contract, await editions.Get(edition, ct), [.. records], words.Taken, [.. parts.Taken.Select(part => part.Value)], priors.Taken);
    }
}
