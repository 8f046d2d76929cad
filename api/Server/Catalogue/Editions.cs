using System.Collections.Concurrent;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Catalogue;

/// <summary>Published editions by code and revision. A published revision never changes, so what was read once is kept.</summary>
public sealed class Editions(EventStore store)
{
    private readonly ConcurrentDictionary<EditionRef, AnnexEdition> known = new();

    /// <summary>An edition at a revision, or at its latest; null when there is none.</summary>
    public async Task<AnnexEdition?> Find(string code, int? revision, CancellationToken ct)
    {
        if (revision is { } wanted && known.TryGetValue(new(code, wanted), out var edition))
        {
            return edition;
        }

        var published = await store.OpenSession().Load<Edition>(StreamId.Edition(code), ct);
        foreach (var each in published?.Value.Revisions ?? [])
        {
            known[new(each.Code, each.Revision)] = each;
        }

        return published?.Value.Revision(revision);
    }

    /// <summary>Every edition with its revisions and its stream's version, by code.</summary>
    public async Task<IReadOnlyList<Versioned<Edition>>> All(CancellationToken ct) => await store.OpenSession().Query<Edition>("ORDER BY d.code", [], ct);

    /// <summary>One edition with its revisions and its stream's version; null when there is none.</summary>
    public async Task<Versioned<Edition>?> Load(string code, CancellationToken ct) => await store.OpenSession().Load<Edition>(StreamId.Edition(code), ct);

    /// <summary>The edition that a contract is bound to; it cannot be missing.</summary>
    public async Task<AnnexEdition> Get(EditionRef edition, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return await Find(edition.Code, edition.Revision, ct)
            ?? throw new InvalidOperationException($"The edition {edition.Code} revision {edition.Revision} is bound to a contract and not in the catalogue.");
    }
}
