using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Files;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Reads what acts were given for as it is now, inside what the actor sees.</summary>
internal sealed class TargetReader(Session session, KeptFiles files, Actor actor, TimeProvider time)
{
    private static readonly Refusal NotThere = new("target-unknown", RefusalKind.INVALID, new(
        "対象（確認書類の版、報告書、ファイル）がこの契約に見つからないか、内容が異なります。対象を選び直してください。",
        "This target (a version of the confirmation document, a report, a file) is not there in this contract, or is not the same. Choose it again."), "/target");

    /// <summary>Why something is not to be given for what a request names, or null: it must be of this contract, at that version, to the byte where it says so.</summary>
    public async Task<Refusal?> Refuse(Guid contractId, ActTarget? target, CancellationToken ct)
    {
        List<string>? bytes = target switch
        {
            // Rules for what cannot be a target at all are the domain's; of what is outside the program nothing is known here.
            null or { Version: < 1 } or { Kind: TargetKind.REGISTER_ENTRY } => null,
            { Kind: TargetKind.CONFIRMATION_DOCUMENT } => await Find<ConfirmationDocument>(contractId, ct) is [var document] && document.Id == target.Id
                ? document.Value.Version(target.Version)?.Files.Select(f => f.Sha256).ToList() ?? []
                : [],
            { Kind: TargetKind.REPORT } => (await Find<Report>(contractId, ct)).FirstOrDefault(r => r.Id == target.Id && r.Value.Frozen)?.Value.Files.Select(f => f.Sha256).ToList() ?? [],
            _ => await files.Find(target.Id, ct) is { Value: { ErasedBecause: null } file } && file.ContractId == contractId ? [file.File.Sha256] : [],
        };
        return bytes is null || (bytes.Count > 0 && (target!.Sha256 is null || bytes.Contains(target.Sha256, StringComparer.OrdinalIgnoreCase))) ? null : NotThere;
    }

    /// <summary>Of one contract.</summary>
    public Task<TargetsNow> OfContract(Guid contractId, CancellationToken ct) => Read(session, actor, [contractId], Tokyo.Today(time), ct);

    /// <summary>Of several contracts, as an actor sees them on a day.</summary>
    public static async Task<TargetsNow> Read(Session session, Actor actor, Guid[] contracts, DateOnly day, CancellationToken ct)
    {
        var reading = new Reading(session, actor);
        var acts = await reading.Find<AuthorityAct>("d.target_id IS NOT NULL", contracts, ct);
        var shown = await reading.Find<Communication>("d.kind IN ('PRESENT', 'RE_PRESENT') AND d.subject IN ('STAFF', 'STAFF_CHANGE') AND d.status <> 'OBJECTED'", contracts, ct);
        var concerned = acts.Where(a => a.Value.Content.Target!.Kind == TargetKind.CONFIRMATION_DOCUMENT).Select(a => a.Value.ContractId)
            .Concat(shown.Select(c => c.Value.Said!.ContractId)).Distinct().ToArray();
        var documents = await reading.Find<ConfirmationDocument>("true", concerned, ct);
        var records = documents.Count == 0 ? [] : await reading.Find<Obligation>("d.in_force AND d.number > 1", concerned, ct);
        var reports = await reading.Find<Report>(
            Visible.Reports(actor), [.. acts.Where(a => a.Value.Content.Target!.Kind == TargetKind.REPORT).Select(a => a.Value.ContractId).Distinct()], ct);
        return new(acts, shown, new DocumentsNow(acts, documents, records, await reading.RosterOnly(concerned, ct), Visible.SeesUnsent(actor)), reports, day);
    }

    private async Task<IReadOnlyList<Versioned<T>>> Find<T>(Guid contractId, CancellationToken ct)
        where T : notnull
        => await new Reading(session, actor).Find<T>("true", [contractId], ct);

    private sealed record Reading(Session Session, Actor Actor)
    {
        // Of these contracts those on which it was agreed that a change of the roster alone wants 再提示 and no 同意.
        public async Task<IReadOnlySet<Guid>> RosterOnly(Guid[] contracts, CancellationToken ct)
        {
            var parameters = new List<NpgsqlParameter> { new NpgsqlParameter<Guid[]> { TypedValue = contracts } };
            var found = contracts.Length == 0 ? [] : await Session.Query<Contract>($"WHERE d.id = ANY ($1) AND {Visible.To(Actor, parameters, "d")}", parameters, ct);
            return found.Where(contract => contract.Value.RosterChanges is { RePresentationOnly: true }).Select(contract => contract.Id).ToHashSet();
        }

        public async Task<IReadOnlyList<Versioned<T>>> Find<T>(string where, Guid[] contracts, CancellationToken ct)
            where T : notnull
        {
            var parameters = new List<NpgsqlParameter> { new NpgsqlParameter<Guid[]> { TypedValue = contracts } };
            return contracts.Length == 0
                ? []
                : await Session.Query<T>($"JOIN mt_doc_contract c ON c.id = d.contract_id WHERE {where} AND d.contract_id = ANY ($1) AND {Visible.To(Actor, parameters)}", parameters, ct);
        }
    }
}
