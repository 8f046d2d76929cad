using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Domain.Needs;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>The 確認書類 that acts were given for or that were shown, as they stand now beside the records, by their contracts.</summary>
internal sealed class DocumentsNow
{
    private readonly Dictionary<Guid, (DocumentNow State, DateTimeOffset ChangedAt)> ofContract = [];

    /// <summary>Puts together what <see cref="TargetReader"/> found.</summary>
    /// <param name="acts">The acts that were given for them, and others.</param>
    /// <param name="documents">The documents.</param>
    /// <param name="records">The methods that are recorded.</param>
    /// <param name="rosterOnly">The contracts on which it was agreed that a change of the roster alone wants 再提示 and no 同意.</param>
    /// <param name="seesDrafts">Whether the actor sees what was only drafted.</param>
    public DocumentsNow(
        IReadOnlyList<Versioned<AuthorityAct>> acts,
        IReadOnlyList<Versioned<ConfirmationDocument>> documents,
        IReadOnlyList<Versioned<Obligation>> records,
        IReadOnlySet<Guid> rosterOnly,
        bool seesDrafts)
    {
        var named = acts.ToLookup(a => a.Value.Content.Target?.Id, a => a.Value);
        var recorded = records.ToLookup(r => r.Value.ContractId);
        foreach (var document in documents)
        {
            var id = document.Value.ContractId;
            if (DocumentNow.Of(document.Value, [.. named[document.Id]], [.. recorded[id].Select(Method)], seesDrafts, rosterOnly.Contains(id)) is { } state)
            {
                ofContract.Add(id, (state, Since(document, state, recorded[id])));
            }
        }
    }

    /// <summary>The document of a contract, or null.</summary>
    public DocumentNow? Of(Guid contractId) => ofContract.TryGetValue(contractId, out var known) ? known.State : null;

    /// <summary>Since when the document of a contract is no longer as it was.</summary>
    public DateTimeOffset ChangedAt(Guid contractId) => ofContract[contractId].ChangedAt;

    // Since the first of the records that differ was written; else since the document itself changed.
    private static DateTimeOffset Since(Versioned<ConfirmationDocument> document, DocumentNow now, IEnumerable<Versioned<Obligation>> records)
    {
        var differing = now.Differing.ToHashSet();
        return records.Where(r => differing.Contains(r.Value.Number)).Select(r => r.ModifiedAt).DefaultIfEmpty(document.ModifiedAt).Min();
    }

    private static DocumentMethod Method(Versioned<Obligation> record) => new(record.Value.Number, record.Value.Method, record.Version);
}
