using System.Collections.Concurrent;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Catalogue;

/// <summary>
/// The words of the editions that contracts, and what hangs on them, are bound to: who sees the contract reads them. A published revision
/// never changes, so what was read once is kept. A code that somebody names is looked up in <see cref="EditionsInSight"/>.
/// </summary>
internal sealed class Editions(EventStore store)
{
    private readonly ConcurrentDictionary<EditionRef, AnnexEdition> known = new();

    /// <summary>The edition that a contract is bound to; it cannot be missing.</summary>
    public async Task<AnnexEdition> Get(EditionRef edition, CancellationToken ct)
    {
        if (known.TryGetValue(edition, out var read))
        {
            return read;
        }

        var published = await store.OpenSession().Load<Edition>(StreamId.Edition(edition.Code), ct);
        foreach (var each in published?.Value.Revisions ?? [])
        {
            known[new(each.Code, each.Revision)] = each;
        }

        return published?.Value.Revision(edition.Revision)
            ?? throw new InvalidOperationException($"The edition {edition.Code} revision {edition.Revision} is bound to a contract and not in the catalogue.");
    }
}
