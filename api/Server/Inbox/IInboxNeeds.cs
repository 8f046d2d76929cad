namespace SecurityTracker.Server.Inbox;

/// <summary>What waits for the actor though no row of a table says so: it is found by comparing what is with what was given.</summary>
internal interface IInboxNeeds
{
    /// <summary>What needs something since when, on everything that the actor sees.</summary>
    Task<IReadOnlyList<(Guid Id, DateTimeOffset Since)>> Needs(CancellationToken ct);
}
