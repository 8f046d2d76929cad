using System.Collections.Concurrent;

namespace SecurityTracker.Server.Obligations;

/// <summary>
/// Remembers which record a number meant, which saves the commonest act a round trip. It is a hint and no more: who uses it looks
/// at the record, and at the boundary, before acting.
/// </summary>
public sealed class ObligationAddresses
{
    private const int Most = 20_000;
    private readonly ConcurrentDictionary<(Guid ContractId, int Number), Guid> known = new();

    /// <summary>The record that the number last meant, or null.</summary>
    public Guid? Find(Guid contractId, int number) => known.TryGetValue((contractId, number), out var id) ? id : null;

    /// <summary>Remembers one; all are forgotten when they are too many.</summary>
    public void Remember(Guid contractId, int number, Guid id)
    {
        if (known.Count >= Most)
        {
            known.Clear();
        }

        known[(contractId, number)] = id;
    }

    /// <summary>Forgets one.</summary>
    public void Forget(Guid contractId, int number) => known.TryRemove((contractId, number), out _);
}
