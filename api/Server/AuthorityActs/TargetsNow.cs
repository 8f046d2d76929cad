using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Needs;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>What acts were given for, and what was shown, as it is now: what each needs since.</summary>
internal sealed class TargetsNow
{
    private readonly IReadOnlyList<Versioned<AuthorityAct>> acts;
    private readonly ILookup<Guid, AuthorityAct> actsOfContract;
    private readonly DocumentsNow documents;
    private readonly Dictionary<Guid, Versioned<Report>> reports;
    private readonly Dictionary<Guid, Versioned<Communication>> lastShown;
    private readonly DateOnly today;

    /// <summary>Puts together what <see cref="TargetReader"/> found.</summary>
    internal TargetsNow(
        IReadOnlyList<Versioned<AuthorityAct>> acts,
        IReadOnlyList<Versioned<Communication>> shown,
        DocumentsNow documents,
        IReadOnlyList<Versioned<Report>> reports,
        DateOnly today)
    {
        (this.acts, this.documents, this.today) = (acts, documents, today);
        this.reports = reports.ToDictionary(r => r.Id);
        actsOfContract = acts.ToLookup(a => a.Value.ContractId, a => a.Value);
        lastShown = shown.GroupBy(c => c.Value.Said!.ContractId)
            .ToDictionary(of => of.Key, of => of.OrderBy(c => c.Value.Said!.ActAt).ThenBy(c => c.Id).Last());
    }

    /// <summary>The acts that need something, since when.</summary>
    public IEnumerable<(Versioned<AuthorityAct> Act, DateTimeOffset Since)> ActsInNeed => acts.Where(act => NeedOf(act.Value) is not null).Select(act => (act, Since(act)));

    /// <summary>The rosters that are to be shown again, since when.</summary>
    public IEnumerable<(Versioned<Communication> Shown, DateTimeOffset Since)> ShownInNeed =>
        lastShown.Where(shown => RosterNeedOf(shown.Key) is not null).Select(shown => (shown.Value, documents.ChangedAt(shown.Key)));

    /// <summary>What an act needs, or null.</summary>
    public Needed? NeedOf(AuthorityAct act) =>
        ActNeeds.Of(act, actsOfContract[act.ContractId], Derived, today);

    /// <summary>What a communication needs, or null: the roster that was shown last is to be shown again before it changes.</summary>
    public Needed? NeedOf(Guid communicationId, Guid contractId) =>
        lastShown.TryGetValue(contractId, out var last) && last.Id == communicationId ? RosterNeedOf(contractId) : null;

    /// <summary>The version of an act's target now, as far as the program knows or was told.</summary>
    public int? VersionOf(AuthorityAct act) => act.Content.Target is not { } target ? null : act.TargetVersionNow ?? target.Kind switch
    {
        TargetKind.CONFIRMATION_DOCUMENT when documents.Of(act.ContractId) is { } document => Math.Max(target.Version, document.Standing.Number),
        TargetKind.REPORT => target.Version + (ReportOf(target)?.Replacements ?? 0),
        _ => target.Version,
    };

    private Needed? Derived(AuthorityAct act) => act.Content.Target switch
    {
        { Kind: TargetKind.CONFIRMATION_DOCUMENT } => documents.Of(act.ContractId)?.NeedOf(act),
        { Kind: TargetKind.REPORT } target => ReportOf(target)?.NeedOf(act),
        _ => null,
    };

    // An act for the change of staff says the same of itself: nobody is told twice.
    private Needed? RosterNeedOf(Guid contractId) =>
        actsOfContract[contractId].Any(act => act.Subject == ProcedureSubject.STAFF_CHANGE && act.IsOpenOrGiven) ? null
        : documents.Of(contractId)?.RosterNeed;

    private ReportNow? ReportOf(ActTarget target) =>
        reports.TryGetValue(target.Id, out var given) ? ReportNow.Of(given.Value, id => reports.GetValueOrDefault(id)?.Value) : null;

    private DateTimeOffset Since(Versioned<AuthorityAct> act) =>
        act.Value.TargetVersionNow is not null ? act.ModifiedAt
        : act.Value.Content.Target is { Kind: TargetKind.REPORT } target ? reports[target.Id].ModifiedAt
        : documents.ChangedAt(act.Value.ContractId);
}
