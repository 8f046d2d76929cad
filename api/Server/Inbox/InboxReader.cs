using SecurityTracker.Domain;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Inbox;

/// <summary>Reads what is to be done, brought up to date: the one way to its rows.</summary>
internal sealed class InboxReader(EventStore store, InboxKeeper keeper, Actor actor, TimeProvider time)
{
    /// <summary>What the actor sees of it.</summary>
    public async Task<InboxList> Read(InboxQuery query, CancellationToken ct)
    {
        await keeper.KeepFor(actor, ct);
        return await query.Run(store, actor, time.GetUtcNow(), ct);
    }

    /// <summary>What the actor sees of it, on all pages.</summary>
    public async Task<IReadOnlyList<InboxItem>> All(InboxQuery query, CancellationToken ct)
    {
        await keeper.KeepFor(actor, ct);
        return await query.All(store, actor, time.GetUtcNow(), ct);
    }
}
