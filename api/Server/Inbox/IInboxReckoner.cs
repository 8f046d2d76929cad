namespace SecurityTracker.Server.Inbox;

/// <summary>What is to be done though no row of a noun says so: reckoned from the snapshots of contracts, by rules in C#. It asks no clock.</summary>
internal interface IInboxReckoner
{
    /// <summary>Everything that is to be done on these contracts by its rules, on any day.</summary>
    Task<IReadOnlyList<InboxRow>> Reckon(Guid[] contracts, CancellationToken ct);
}
