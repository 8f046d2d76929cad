using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SecurityTracker.EventStore;

/// <summary>What a store knows: event types, folds, documents, projections and the migrations of those who keep tables beside it.</summary>
public sealed class EventStoreOptions
{
    private readonly Dictionary<Type, DocumentTable> tables = [];
    private readonly List<AsyncProjection> projections = [];
    private readonly List<MigrationSource> migrations = [new("event-store", typeof(EventStoreOptions).Assembly, "Migrations/")];

    /// <summary>Options with nothing registered.</summary>
    public EventStoreOptions() => Events = new EventMap(Json);

    /// <summary>How events, snapshots and documents are written: camelCase, enums as their names, Japanese unescaped.</summary>
    public JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        NumberHandling = JsonNumberHandling.Strict,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        // jsonb orders keys by its own rule, so "$type" need not come first when read back.
        AllowOutOfOrderMetadataProperties = true,
        Converters = { new JsonStringEnumConverter() },
    };

    internal EventMap Events { get; }

    internal IReadOnlyCollection<DocumentTable> Tables => [.. tables.Values.Where(t => !t.IsLive)];

    internal IReadOnlyList<AsyncProjection> Projections => projections;

    internal IReadOnlyList<MigrationSource> Migrations => migrations;

    /// <summary>Every event name with its .NET type, for the test that freezes them.</summary>
    public IEnumerable<KeyValuePair<string, Type>> EventTypes => Events.All;

    /// <summary>Names an event type. The name is for ever; a later shape of the same event takes the same name and version 2.</summary>
    /// <param name="type">Snake case of the class, e.g. <c>obligation_status_set</c>.</param>
    /// <param name="version">The schema's version; above 1 it is stored as <c>name_v2</c>.</param>
    public EventStoreOptions MapEvent<TEvent>(string type, int version = 1)
        where TEvent : notnull
        => MapEvent(typeof(TEvent), type, version);

    /// <inheritdoc cref="MapEvent{TEvent}(string, int)"/>
    public EventStoreOptions MapEvent(Type eventType, string type, int version = 1)
    {
        Events.Add(eventType, type, version);
        return this;
    }

    /// <summary>How an event written in an old shape is read today. Pure: no clock, no I/O. Chains.</summary>
    public EventStoreOptions Upcast<TOld, TNew>(Func<TOld, TNew> upcast)
        where TOld : notnull
        where TNew : notnull
    {
        Events.AddUpcaster(upcast);
        return this;
    }

    /// <summary>A stream's state, kept as a snapshot in mt_doc_&lt;name&gt;, written in the transaction that appends.</summary>
    /// <param name="name">The stream's type and the table's name, snake case.</param>
    /// <param name="initial">The state before the first event.</param>
    /// <param name="evolve">State and event to the next state; pure.</param>
    /// <param name="version">Raise it when <paramref name="evolve"/> or the state's shape changes: older snapshots are then folded again.</param>
    public FoldRegistration<T> Fold<T>(string name, T initial, Func<T, object, T> evolve, int version = 1)
        where T : notnull
        => Register(new FoldRegistration<T>(name, Json, initial, evolve, version));

    /// <inheritdoc cref="Fold{T}(string, T, Func{T, object, T}, int)"/>
    public FoldRegistration<T> Fold<T, TEvent>(string name, T initial, Func<T, TEvent, T> evolve, int version = 1)
        where T : notnull
        => Fold(name, initial, (T state, object e) => evolve(state, (TEvent)e), version);

    /// <summary>A plain document, kept in mt_doc_&lt;name&gt;.</summary>
    public DocumentRegistration<T> Document<T>(string name, Func<T, Guid> id)
        where T : notnull
        => Register(new DocumentRegistration<T>(name, Json, id));

    /// <summary>A view across streams that the daemon keeps.</summary>
    public EventStoreOptions Project(AsyncProjection projection)
    {
        projections.Add(projection);
        return this;
    }

    /// <summary>Numbered SQL (embedded resources <c>prefix + NNNN-name.sql</c>) of another owner; run by <see cref="Store.Migrate"/> after the store's own.</summary>
    public EventStoreOptions Migrate(string owner, Assembly assembly, string prefix)
    {
        migrations.Add(new MigrationSource(owner, assembly, prefix));
        return this;
    }

    internal DocumentTable<T> Table<T>()
        where T : notnull
        => tables.TryGetValue(typeof(T), out var table)
            ? (DocumentTable<T>)table
            : throw new InvalidOperationException($"{typeof(T)} is registered neither with Fold nor with Document.");

    internal FoldRegistration<T> FoldOf<T>()
        where T : notnull
        => Table<T>() as FoldRegistration<T> ?? throw new InvalidOperationException($"{typeof(T)} is a document: it has no stream.");

    private TTable Register<TTable>(TTable table)
        where TTable : DocumentTable
    {
        if (tables.Values.Any(t => string.Equals(t.Name, table.Name, StringComparison.Ordinal)) || !tables.TryAdd(table.DocumentType, table))
        {
            throw new ArgumentException($"'{table.Name}' ({table.DocumentType}) is registered twice.", nameof(table));
        }
        return table;
    }
}
