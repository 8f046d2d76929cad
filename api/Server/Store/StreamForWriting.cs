namespace SecurityTracker.Server.Store;

/// <summary>A stream that a session is about to extend.</summary>
internal abstract class StreamForWriting
{
    private protected StreamForWriting(Guid id, long expectedVersion, bool mustBeNew) => (Id, ExpectedVersion, MustBeNew) = (id, expectedVersion, mustBeNew);

    /// <summary>The stream.</summary>
    public Guid Id { get; }

    /// <summary>The version with what this session appends; 0 for a stream that does not exist.</summary>
    public long Version => ExpectedVersion + Appended;

    internal long ExpectedVersion { get; }

    internal bool MustBeNew { get; }

    internal int Appended { get; private protected set; }
}

/// <summary>A stream with its state, as of the version that will be extended.</summary>
internal sealed class StreamForWriting<T> : StreamForWriting
    where T : notnull
{
    private readonly Session session;
    private readonly Noun<T> noun;
    private readonly Action<IReadOnlyList<object>> append;

    internal StreamForWriting(Session session, Noun<T> noun, Guid id, Versioned<T>? snapshot, Action<IReadOnlyList<object>> append, bool mustBeNew = false)
        : base(id, snapshot?.Version ?? 0, mustBeNew)
    {
        (this.session, this.noun, this.append) = (session, noun, append);
        Aggregate = snapshot is null ? noun.Initial : snapshot.Value;
    }

    /// <summary>The state, with what this session appends; the noun's initial state for a stream that does not exist.</summary>
    public T Aggregate { get; private set; }

    /// <summary>Extends the stream when the session saves its changes, provided that nobody else did so in between.</summary>
    /// <param name="events">In order; none is nothing to do.</param>
    /// <param name="scope">Whose stream it is; wanted for the first events of a stream, ignored later.</param>
    public void AppendMany(IReadOnlyList<object> events, StreamScope? scope = null)
    {
        if (events.Count == 0)
        {
            return;
        }

        session.Enlist(this, Version == 0 ? (noun.Name, scope ?? StreamScope.None) : null, events);
        append(events);
        Appended += events.Count;
        Aggregate = events.Aggregate(Aggregate, noun.Evolve);
    }
}
