using Npgsql;

namespace SecurityTracker.EventStore;

/// <summary>
/// A view across streams, kept by the daemon a moment after the fact. A changed view takes a new name and new tables and is built
/// beside the old one while the program serves; readers ask <see cref="Daemon.Serving"/> which of the two to read.
/// </summary>
public abstract class AsyncProjection
{
    /// <summary>Its row in mt_event_progression; a changed projection takes a new one, e.g. <c>contract_list_2</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Empties its tables: it is going to see every event from the first on. Called once, when the name is new.</summary>
    public abstract Task Reset(NpgsqlConnection connection, CancellationToken ct);

    /// <summary>Writes what follows from the events. The transaction of the connection also moves the cursor, so that each event counts once.</summary>
    /// <param name="connection">In a transaction, which is not to be committed here.</param>
    /// <param name="events">In the order of (transaction id, sequence): those of one stream are in the order of their versions.</param>
    /// <param name="ct">Cancels when the daemon stops.</param>
    public abstract Task Apply(NpgsqlConnection connection, IReadOnlyList<RecordedEvent> events, CancellationToken ct);
}
