using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SecurityTracker.EventStore;

/// <summary>The one explicit list of event types: .NET type ↔ the name that stands in mt_events for ever, and the upcasters between versions.</summary>
internal sealed class EventMap(JsonSerializerOptions json)
{
    private readonly Dictionary<Type, Entry> byType = [];
    private readonly Dictionary<string, Entry> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, Func<object, object>> upcasters = [];

    private sealed record Entry(string Name, Type Type, Lazy<JsonTypeInfo> Json);

    /// <summary>Name → .NET type, for tests that freeze it.</summary>
    public IEnumerable<KeyValuePair<string, Type>> All => byName.Select(e => KeyValuePair.Create(e.Key, e.Value.Type));

    public void Add(Type type, string name, int version)
    {
        var stored = version == 1 ? name : $"{name}_v{version}";
        var entry = new Entry(stored, type, new Lazy<JsonTypeInfo>(() => json.GetTypeInfo(type)));
        if (!byName.TryAdd(stored, entry) || !byType.TryAdd(type, entry))
        {
            throw new ArgumentException($"The event '{stored}' ({type}) is mapped twice.", nameof(name));
        }
    }

    public void AddUpcaster<TOld, TNew>(Func<TOld, TNew> upcast)
        where TOld : notnull
        where TNew : notnull
        => upcasters.Add(typeof(TOld), old => upcast((TOld)old));

    public string NameOf(object @event) =>
        byType.TryGetValue(@event.GetType(), out var entry) ? entry.Name : throw new UnmappedEventException(@event.GetType().FullName!);

    public byte[] Serialize(object @event) => JsonSerializer.SerializeToUtf8Bytes(@event, byType[@event.GetType()].Json.Value);

    /// <summary>The event as today's code knows it.</summary>
    public object Deserialize(string name, ReadOnlySpan<byte> utf8)
    {
        var entry = byName.TryGetValue(name, out var known) ? known : throw new UnmappedEventException(name);
        var @event = JsonSerializer.Deserialize(utf8, entry.Json.Value) ?? throw new JsonException($"An event of type '{name}' is null.");
        while (upcasters.TryGetValue(@event.GetType(), out var upcast))
        {
            @event = upcast(@event);
        }
        return @event;
    }
}
