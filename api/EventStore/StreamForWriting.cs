using Npgsql;

namespace SecurityTracker.EventStore;

/// <summary>A stream that a session is about to extend.</summary>
public abstract class StreamForWriting
{
    private protected StreamForWriting(Guid id, long expectedVersion, StreamScope? scope) => (Id, ExpectedVersion, Scope) = (id, expectedVersion, scope);

    /// <summary>The stream.</summary>
    public Guid Id { get; }

    /// <summary>The version with what this session appends; 0 for a stream that does not exist.</summary>
    public long Version => ExpectedVersion + Events.Count;

    internal long ExpectedVersion { get; }

    internal StreamScope? Scope { get; private protected set; }

    internal bool MustBeNew { get; init; }

    internal List<object> Events { get; } = [];

    internal abstract string StreamType { get; }

    internal abstract NpgsqlBatchCommand? SnapshotCommand(DateTimeOffset at);
}

/// <summary>A stream with its state, as of the version that will be extended.</summary>
public sealed class StreamForWriting<T> : StreamForWriting
    where T : notnull
{
    private readonly FoldRegistration<T> fold;
    private readonly Session session;

    internal StreamForWriting(Session session, FoldRegistration<T> fold, Guid id, long version, T state, StreamScope? scope = null)
        : base(id, version, scope) => (this.session, this.fold, Aggregate) = (session, fold, state);

    /// <summary>The state, with what this session appends; the fold's initial state for a stream that does not exist.</summary>
    public T Aggregate { get; private set; }

    internal override string StreamType => fold.Name;

    /// <summary>Extends the stream when the session saves its changes, provided that nobody else did so in between.</summary>
    /// <param name="events">In order; none is nothing to do.</param>
    /// <param name="scope">Whose stream it is; wanted for the first events of a stream, ignored later.</param>
    public void AppendMany(IReadOnlyList<object> events, StreamScope? scope = null)
    {
        if (events.Count == 0)
        {
            return;
        }
        session.Enlist(this);
        Scope ??= scope;
        foreach (var @event in events)
        {
            Events.Add(@event);
            Aggregate = fold.Evolve(Aggregate, @event);
        }
    }

    internal override NpgsqlBatchCommand? SnapshotCommand(DateTimeOffset at) => fold.IsLive ? null : fold.SnapshotCommand(Id, Aggregate, Version, at);
}
