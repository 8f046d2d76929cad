using System.Text.Json;
using JasperFx.Events;
using Marten;

namespace SecurityTracker.Server.Store;

/// <summary>One kind of stream.</summary>
internal abstract class Noun
{
    private readonly List<PromotedColumn> columns = [];

    private protected Noun(string name, Type eventType, int foldVersion) => (Name, EventType, FoldVersion) = (name, eventType, foldVersion);

    /// <summary>Its name, which is also that of its table.</summary>
    public string Name { get; }

    /// <summary>The table of its snapshots.</summary>
    public string TableName => $"mt_doc_{Name}";

    internal Type EventType { get; }

    internal int FoldVersion { get; }

    internal abstract Type DocumentType { get; }

    internal IReadOnlyList<PromotedColumn> Columns => columns;

    /// <summary>What the rows of the table depend on beside the events: where it differs from what wrote them, they are written anew.</summary>
    internal string Fingerprint => $"{FoldVersion}: {string.Join(", ", columns.Select(c => $"{c.Name} {c.PgType}"))}";

    internal abstract void Register(StoreOptions options, Nouns nouns);

    internal abstract Task Refold(Refolding refolding, IReadOnlyList<Guid> ids, CancellationToken ct);

    /// <summary>Whether two texts of a snapshot read as the same state.</summary>
    internal abstract bool IsSame(byte[] one, byte[] other, Nouns nouns);

    private protected void Add(PromotedColumn column) => columns.Add(column);
}

/// <summary>One kind of stream, and the state that its events fold to.</summary>
internal sealed class Noun<T> : Noun
    where T : notnull
{
    private readonly Func<T, object, T> evolve;

    internal Noun(string name, T initial, Func<T, object, T> evolve, Type eventType, int version)
        : base(name, eventType, version)
    {
        (Initial, this.evolve) = (initial, evolve);
        Add(new PromotedColumn(typeof(Versioned<T>), "modified_at", "timestamptz", index: false, document => ((Versioned<T>)document).ModifiedAt.UtcDateTime));
    }

    internal T Initial { get; }

    internal override Type DocumentType => typeof(Versioned<T>);

    /// <summary>Copies a value into a column of its own, for predicates and sorting; written in the same statement.</summary>
    /// <param name="column">The column.</param>
    /// <param name="pgType">Its PostgreSQL type, e.g. <c>uuid</c>.</param>
    /// <param name="value">The value; an enum is stored as its name.</param>
    /// <param name="index">True for an index on (column, id), of an array on its members.</param>
    public Noun<T> Promote(string column, string pgType, Func<T, object?> value, bool index = false)
    {
        Add(new PromotedColumn(typeof(Versioned<T>), column, pgType, index, document => value(((Versioned<T>)document).Value)));
        return this;
    }

    internal T Evolve(T state, object @event) => evolve(state, @event);

    /// <summary>The snapshot as of the last of these events, of which there is one at least.</summary>
    internal Versioned<T> Fold(Guid id, IEnumerable<IEvent> events) => events.Aggregate((Versioned<T>?)null, (snapshot, e) => Evolve(snapshot, id, e))!;

    internal Versioned<T> Evolve(Versioned<T>? snapshot, Guid id, IEvent e) =>
        new(id, Evolve(snapshot is null ? Initial : snapshot.Value, e.Data), e.Version) { ModifiedAt = Kept(e.Timestamp) };

    internal override void Register(StoreOptions options, Nouns nouns)
    {
        options.Schema.For<Versioned<T>>().DocumentAlias(Name).UseNumericRevisions(true).Metadata(m => m.Revision.MapTo(d => d.Version));
        options.Projections.Add(new SnapshotProjection<T>(this, nouns.EventsOf(this)), JasperFx.Events.Projections.ProjectionLifecycle.Inline);
    }

    internal override Task Refold(Refolding refolding, IReadOnlyList<Guid> ids, CancellationToken ct) => refolding.Write(this, ids, ct);

    internal override bool IsSame(byte[] one, byte[] other, Nouns nouns) => Normal(one, nouns.Json) == Normal(other, nouns.Json);

    // PostgreSQL keeps microseconds: what is folded anew from the table must come out the same.
    private static DateTimeOffset Kept(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    private static string Normal(byte[] snapshot, JsonSerializerOptions json) => JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(snapshot, json), json);
}
