using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Parts;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Catalogue;
using SecurityTracker.Server.Inbox;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>
/// Reports that are handed in, or answered, and wait for the ministry's look, each with how many of its rows contradict what else is known of
/// the contract. All that they are compared with is recorded of the contract, so the numbers are kept like the rows and are those of the review.
/// </summary>
internal sealed class ReviewReckoner(EventStore store, Editions editions) : IInboxReckoner
{
    private sealed record Waiting(Guid Id, long Version, DateTimeOffset Since, string Stage, string Title);

    public async Task<IReadOnlyList<InboxRow>> Reckon(Guid[] contracts, CancellationToken ct)
    {
        var waiting = new SqlQuery<IReadOnlyList<Waiting>>(
            $"SELECT p.id, p.version, p.since, p.state, p.title FROM ({ReviewInbox.ToReview}) p WHERE p.contract_id = ANY ($1)", [Of(contracts)],
            (rows, token) => rows.All(row => new Waiting(row.GetGuid(0), row.GetInt64(1), row.GetFieldValue<DateTimeOffset>(2), row.GetString(3), row.GetString(4)), token));
        await store.Read([waiting], ct);
        Guid[] ids = [.. waiting.Taken.Select(one => one.Id)];
        if (ids.Length == 0)
        {
            return [];
        }

        var session = store.OpenSession();
        const string OfReport = "(SELECT r.contract_id FROM mt_doc_report r WHERE r.id = ANY ($1))";
        var (reports, held, parts) = (
            session.Rows<Report>("WHERE d.id = ANY ($1)", [Of(ids)]),
            session.Rows<Contract>($"WHERE d.id IN {OfReport}", [Of(ids)]),
            session.Rows<Part>($"WHERE d.contract_id IN {OfReport} ORDER BY d.id", [Of(ids)]));
        await store.Read([reports, held, parts], ct);
        var words = held.Taken.ToDictionary(contract => contract.Id, contract => OfficerWords.Of(contract.Id));
        await store.Read([.. words.Values], ct);

        var rows = new List<InboxRow>();
        foreach (var report in reports.Taken)
        {
            var contractId = report.Value.ContractId;
            var contract = held.Taken.Single(contract => contract.Id == contractId).Value;
            var facts = new ReportFacts(await editions.Get(report.Value.Edition, ct), contract, RepresentativeName: null, Records: [], Unprintable: [])
            {
                Words = words[contractId].Taken,
                Parts = [.. parts.Taken.Select(part => part.Value).Where(part => part.ContractId == contractId)],
            };
            rows.Add(Row(waiting.Taken.Single(one => one.Id == report.Id), contractId, ReportChecks.Run(report.Value, facts)));
        }

        return rows;
    }

    private static InboxRow Row(Waiting one, Guid contractId, IReadOnlyList<ReportCheck> checks)
    {
        var unrecorded = Contradictions.Rows(checks.Where(Contradictions.IsUnrecorded));
        var contradicting = Contradictions.Rows(checks.Where(check => !Contradictions.IsUnrecorded(check)));
        return new(contractId, Side.OFFICER, "REPORT_TO_REVIEW", "REPORT", one.Id, one.Since, one.Version, Awaited: true)
        {
            Subject = "REPORT",
            Wording = "報告",
            Title = one.Title,
            State = one.Stage,
            Contradicting = contradicting.Count,
            Unrecorded = unrecorded.Count,
        };
    }

    private static NpgsqlParameter<Guid[]> Of(Guid[] ids) => new() { TypedValue = ids };
}
