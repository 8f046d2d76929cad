using Npgsql;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Parts;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Deadlines;

/// <summary>All that is recorded of some contracts, read in one round trip; what an actor sees of it is the reader's matter.</summary>
internal sealed class ContractRecords
{
    // Of the contracts before them as well: their words do not carry over.
    private const string WithPredecessors = """
        d.contract_id = ANY (ARRAY(SELECT unnest($1) UNION SELECT (k.data #>> '{value,predecessorId}')::uuid FROM mt_doc_contract k WHERE k.id = ANY ($1)))
        """;

    private readonly Dictionary<(Type Kind, Guid Contract), object> ofContract = [];
    private readonly Dictionary<Guid, (long Version, DateTimeOffset ModifiedAt)> things = [];

    private readonly IReadOnlyDictionary<Guid, LastRecorded> recorded;

    private ContractRecords(IReadOnlyList<Versioned<Contract>> contracts, IReadOnlyDictionary<Guid, LastRecorded> recorded) => (Contracts, this.recorded) = (contracts, recorded);

    /// <summary>The contracts.</summary>
    public IReadOnlyList<Versioned<Contract>> Contracts { get; }

    /// <summary>Reads them.</summary>
    public static async Task<ContractRecords> Read(EventStore store, Guid[] ids, CancellationToken ct)
    {
        var session = store.OpenSession();
        SqlQuery<IReadOnlyList<Versioned<T>>> Rows<T>(string where = "d.contract_id = ANY ($1)")
            where T : notnull
            => session.Rows<T>($"WHERE {where} ORDER BY d.id", [new NpgsqlParameter<Guid[]> { TypedValue = ids }]);

        var (contracts, obligations, acts, communications) = (Rows<Contract>("d.id = ANY ($1)"), Rows<Obligation>(), Rows<AuthorityAct>(WithPredecessors), Rows<Communication>());
        var (documents, reports, priors, parts) = (Rows<ConfirmationDocument>(), Rows<Report>(), Rows<PriorReport>(), Rows<Part>());
        var last = LastRecorded.Of(ids);
        await store.Read([contracts, obligations, acts, communications, documents, reports, priors, parts, last], ct);
        var read = new ContractRecords(contracts.Taken, last.Taken);
        read.Keep(obligations.Taken, obligation => obligation.ContractId);
        read.Keep(acts.Taken, act => act.ContractId);
        read.Keep(communications.Taken, communication => communication.Said?.ContractId);
        read.Keep(documents.Taken, document => document.ContractId);
        read.Keep(reports.Taken, report => report.ContractId);
        read.Keep(priors.Taken, prior => prior.ContractId);
        read.Keep(parts.Taken, part => part.ContractId);
        return read;
    }

    /// <summary>What there is of a kind on a contract, by its id.</summary>
    public IReadOnlyDictionary<Guid, T> Of<T>(Guid contractId)
        where T : notnull
        => ofContract.TryGetValue((typeof(T), contractId), out var found) ? (Dictionary<Guid, T>)found : new Dictionary<Guid, T>();

    /// <summary>The report that what is recorded of a contract is wanted for; null where none is to come.</summary>
    public NextReport? NextReportOf(Versioned<Contract> contract) =>
        ReportDuties.Next(contract.Value, Of<Report>(contract.Id).Values, Of<PriorReport>(contract.Id).Values);

    /// <summary>The items of a contract, each with the day in Tokyo on which a person recorded it last.</summary>
    public IReadOnlyCollection<(Obligation Item, DateOnly? RecordedOn)> ItemsOf(Guid contractId) =>
        [.. Of<Obligation>(contractId).Select(item => (item.Value, LastRecordedOf(item.Key)?.On))];

    /// <summary>When a person recorded an item last; null where nobody did.</summary>
    public LastRecorded? LastRecordedOf(Guid obligationId) => recorded.GetValueOrDefault(obligationId);

    /// <summary>The version of a thing; 1 of what has none of its own.</summary>
    public long VersionOf(Guid id) => things.TryGetValue(id, out var thing) ? thing.Version : 1;

    /// <summary>Since when a thing waits to be sent or handed in: since it was written last, as a report when it was finalised. Null where the rule says it otherwise.</summary>
    public DateTimeOffset? SinceOf(Duty duty) =>
        duty.Since ?? ((duty.ShownFrom is null || duty.Rule.Type == DutyRules.ReportToSubmit.Type) && things.TryGetValue(duty.ThingId, out var thing) ? thing.ModifiedAt : null);

    private void Keep<T>(IReadOnlyList<Versioned<T>> found, Func<T, Guid?> contractOf)
        where T : notnull
    {
        foreach (var of in found.GroupBy(one => contractOf(one.Value) ?? Guid.Empty))
        {
            ofContract[(typeof(T), of.Key)] = of.ToDictionary(one => one.Id, one => one.Value);
        }

        foreach (var one in found)
        {
            things[one.Id] = (one.Version, one.ModifiedAt);
        }
    }
}
