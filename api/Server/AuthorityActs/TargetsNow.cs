using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Domain.Needs;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>What acts were given for, and what was shown, as it is now: what each needs since.</summary>
public sealed class TargetsNow
{
    private readonly IReadOnlyList<Versioned<AuthorityAct>> acts;
    private readonly ILookup<Guid, AuthorityAct> actsOfContract;
    private readonly Dictionary<Guid, DocumentNow> documents;
    private readonly Dictionary<Guid, DateTimeOffset> changedAt;
    private readonly Dictionary<Guid, Versioned<Report>> reports;
    private readonly Dictionary<Guid, Guid> lastShown;
    private readonly DateOnly today;

    /// <summary>Puts together what <see cref="TargetReader"/> found.</summary>
    internal TargetsNow(
        IReadOnlyList<Versioned<AuthorityAct>> acts,
        IReadOnlyList<Versioned<Communication>> shown,
        IReadOnlyList<Versioned<ConfirmationDocument>> documents,
        IReadOnlySet<Guid> rosterOnly,
        IReadOnlyList<Versioned<Obligation>> records,
        IReadOnlyList<Versioned<Report>> reports,
        bool seesDrafts,
        DateOnly today)
    {
        (this.acts, this.today) = (acts, today);
        this.reports = reports.ToDictionary(r => r.Id);
        actsOfContract = acts.ToLookup(a => a.Value.ContractId, a => a.Value);
        lastShown = shown.GroupBy(c => c.Value.Said!.ContractId)
            .ToDictionary(of => of.Key, of => of.OrderBy(c => c.Value.Said!.ActAt).ThenBy(c => c.Id).Last().Id);
        var recorded = records.ToLookup(r => r.Value.ContractId);
        var now = from document in documents
                  let id = document.Value.ContractId
                  let named = actsOfContract[id].Where(a => a.Content.Target?.Id == document.Id).ToList()
                  let state = DocumentNow.Of(document.Value, named, [.. recorded[id].Select(Method)], seesDrafts, rosterOnly.Contains(id))
                  where state is not null
                  select (id, document, state);
        var known = now.ToList();
        this.documents = known.ToDictionary(k => k.id, k => k.state);
        changedAt = known.ToDictionary(k => k.id, k => Since(k.document, k.state, recorded[k.id]));
    }

    /// <summary>What waits since when, by the id of the act or communication.</summary>
    public IEnumerable<(Guid Id, DateTimeOffset Since)> All =>
        acts.Where(act => NeedOf(act.Value) is not null).Select(act => (act.Id, Since(act)))
            .Concat(lastShown.Where(shown => RosterNeedOf(shown.Key) is not null).Select(shown => (shown.Value, changedAt[shown.Key])));

    /// <summary>What an act needs, or null.</summary>
    public Needed? NeedOf(AuthorityAct act) =>
        ActNeeds.Of(act, actsOfContract[act.ContractId], Derived, today);

    /// <summary>What a communication needs, or null: the roster that was shown last is to be shown again before it changes.</summary>
    public Needed? NeedOf(Guid communicationId, Guid contractId) =>
        lastShown.TryGetValue(contractId, out var last) && last == communicationId ? RosterNeedOf(contractId) : null;

    /// <summary>The version of an act's target now, as far as the program knows or was told.</summary>
    public int? VersionOf(AuthorityAct act) => act.Content.Target is not { } target ? null : act.TargetVersionNow ?? target.Kind switch
    {
        TargetKind.CONFIRMATION_DOCUMENT when documents.TryGetValue(act.ContractId, out var document) => Math.Max(target.Version, document.Standing.Number),
        TargetKind.REPORT => target.Version + (ReportOf(target)?.Replacements ?? 0),
        _ => target.Version,
    };

    private Needed? Derived(AuthorityAct act) => act.Content.Target switch
    {
        { Kind: TargetKind.CONFIRMATION_DOCUMENT } => documents.GetValueOrDefault(act.ContractId)?.NeedOf(act),
        { Kind: TargetKind.REPORT } target => ReportOf(target)?.NeedOf(act),
        _ => null,
    };

    // An act for the change of staff says the same of itself: nobody is told twice.
    private Needed? RosterNeedOf(Guid contractId) =>
        actsOfContract[contractId].Any(act => act.Subject == ProcedureSubject.STAFF_CHANGE && act.IsOpenOrGiven) ? null
        : documents.GetValueOrDefault(contractId)?.RosterNeed;

    private ReportNow? ReportOf(ActTarget target) =>
        reports.TryGetValue(target.Id, out var given) ? ReportNow.Of(given.Value, id => reports.GetValueOrDefault(id)?.Value) : null;

    private DateTimeOffset Since(Versioned<AuthorityAct> act) =>
        act.Value.TargetVersionNow is not null ? act.ModifiedAt
        : act.Value.Content.Target is { Kind: TargetKind.REPORT } target ? reports[target.Id].ModifiedAt
        : changedAt[act.Value.ContractId];

    // Since the first of the records that differ was written; else since the document itself changed.
    private static DateTimeOffset Since(Versioned<ConfirmationDocument> document, DocumentNow now, IEnumerable<Versioned<Obligation>> records)
    {
        var differing = now.Differing.ToHashSet();
        return records.Where(r => differing.Contains(r.Value.Number)).Select(r => r.ModifiedAt).DefaultIfEmpty(document.ModifiedAt).Min();
    }

    private static DocumentMethod Method(Versioned<Obligation> record) => new(record.Value.Number, record.Value.Method, record.Version);
}
