using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SecurityTracker.Server.Store;

/// <summary>What the store knows: the names of events, the nouns whose streams they make up, and the numbered SQL of those who keep tables beside them.</summary>
internal sealed class Nouns
{
    private readonly Dictionary<Type, Noun> nouns = [];
    private readonly Dictionary<Type, string> events = [];
    private readonly List<NumberedSql> numbered = [new("store", typeof(Nouns).Assembly, "Store/")];

    /// <summary>How events and snapshots are written: camelCase, enums as their names, Japanese unescaped.</summary>
    public JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        NumberHandling = JsonNumberHandling.Strict,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        // jsonb orders keys by its own rule, so "$type" need not come first when read back.
        AllowOutOfOrderMetadataProperties = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Every event's name with its .NET type.</summary>
    public IEnumerable<KeyValuePair<string, Type>> EventTypes => events.Select(e => KeyValuePair.Create(e.Value, e.Key));

    internal IReadOnlyCollection<Noun> All => nouns.Values;

    internal IReadOnlyList<NumberedSql> Numbered => numbered;

    /// <summary>Names an event. The name is for ever.</summary>
    /// <param name="name">Snake case of the class, e.g. <c>obligation_status_set</c>.</param>
    public Nouns MapEvent<TEvent>(string name)
        where TEvent : notnull
    {
        if (events.ContainsValue(name) || !events.TryAdd(typeof(TEvent), name))
        {
            throw new ArgumentException($"The event '{name}' ({typeof(TEvent)}) is mapped twice.", nameof(name));
        }

        return this;
    }

    /// <summary>A noun: the state that the events of one stream fold to, kept as a snapshot in <c>mt_doc_&lt;name&gt;</c> by the transaction that appends.</summary>
    /// <param name="name">Snake case.</param>
    /// <param name="initial">The state before the first event.</param>
    /// <param name="evolve">State and event to the next state; pure.</param>
    /// <param name="version">Raise it when <paramref name="evolve"/> or the state's shape changes: every stream is then folded again by <c>migrate</c>.</param>
    public Noun<T> Fold<T, TEvent>(string name, T initial, Func<T, TEvent, T> evolve, int version = 1)
        where T : notnull
    {
        var noun = new Noun<T>(name, initial, (state, e) => evolve(state, (TEvent)e), typeof(TEvent), version);
        return nouns.TryAdd(typeof(T), noun) ? noun : throw new ArgumentException($"'{name}' ({typeof(T)}) is registered twice.", nameof(name));
    }

    /// <summary>Numbered SQL (embedded resources <c>prefix + NNNN-name.sql</c>) of one owner; it runs once Marten's tables are there.</summary>
    public Nouns Migrate(string owner, Assembly assembly, string prefix)
    {
        numbered.Add(new NumberedSql(owner, assembly, prefix));
        return this;
    }

    internal Noun<T> Of<T>()
        where T : notnull
        => nouns.TryGetValue(typeof(T), out var noun) ? (Noun<T>)noun : throw new InvalidOperationException($"{typeof(T)} is not registered with Fold.");

    internal IEnumerable<Type> EventsOf(Noun noun) => events.Keys.Where(noun.EventType.IsAssignableFrom);

    /// <summary>The .NET type of an event by its name.</summary>
    internal Type EventOf(string name) => events.First(e => e.Value == name).Key;

    /// <summary>The name of an event.</summary>
    internal string NameOf(Type @event) => events[@event];

    /// <summary>The kinds of events that make up the streams of a noun.</summary>
    internal IEnumerable<Type> EventsOf(string noun) => EventsOf(nouns.Values.First(one => one.Name == noun));

    // Marten would store an event that nobody named under a name of its own making, in silence.
    internal void RequireMapped(object @event)
    {
        if (!events.ContainsKey(@event.GetType()))
        {
            throw new UnmappedEventException(@event.GetType().FullName!);
        }
    }
}
