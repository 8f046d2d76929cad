using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using SecurityTracker.Domain;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Access;

/// <summary>
/// Tells what happened to a thing, oldest first: who, when, and what, with personal values in place of their ids. The caller has found
/// the thing inside the boundary.
/// </summary>
internal sealed class Histories(Session session, PersonalValues values, Actors actors, IOptions<JsonOptions> json)
{
    /// <summary>All that was recorded of a thing, as it is shown.</summary>
    public async Task<IReadOnlyList<HistoryEntry>> OfStream(Guid id, CancellationToken ct) => await Of(await session.FetchStream(id, ct: ct), ct);

    /// <summary>What was recorded of a thing and is for this reader, as it is shown to them.</summary>
    /// <param name="id">The thing.</param>
    /// <param name="isShown">Whether an event is for this reader.</param>
    /// <param name="mask">What stands in place of a personal field that the reader does not need, by its name; null for its value.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<HistoryEntry>> OfStream(Guid id, Func<object, bool> isShown, Func<string, string?> mask, CancellationToken ct) =>
        await Of([.. (await session.FetchStream(id, ct: ct)).Where(recorded => isShown(recorded.Data))], ct, mask);

    /// <summary>Recorded events as they are shown.</summary>
    /// <param name="events">The events.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="mask">What stands in place of a personal field that the reader does not need, by its name; null for its value.</param>
    public async Task<IReadOnlyList<HistoryEntry>> Of(IReadOnlyList<RecordedEvent> events, CancellationToken ct, Func<string, string?>? mask = null)
    {
        var changes = events.Select(e => JsonSerializer.SerializeToNode(e.Data, e.Data.GetType(), json.Value.SerializerOptions)!).ToList();
        var known = await values.Load([.. changes.SelectMany(Refs)], ct);
        foreach (var change in changes)
        {
            Show(change, name: "", (name, kept) => mask?.Invoke(name) ?? known[kept]);
        }

        var signatories = await Signatories.Load(actors, events.Select(e => e.Headers), ct);
        return [.. events.Zip(changes, (e, change) => HistoryEntry.Of(e, signatories) with { Change = change })];
    }

    private static IEnumerable<PersonalRef> Refs(JsonNode? node) => RefOf(node) is { } kept ? [kept] : Inside(node).SelectMany(Refs);

    private static void Show(JsonNode? node, string name, Func<string, PersonalRef, string> shown)
    {
        foreach (var (member, value) in node is JsonObject members ? members.ToList() : [])
        {
            if (RefOf(value) is { } kept)
            {
                node![member] = shown(member, kept);
            }
            else
            {
                Show(value, member, shown);
            }
        }

        var items = node as JsonArray;
        for (var i = 0; i < items?.Count; i++)
        {
            if (RefOf(items[i]) is { } kept)
            {
                items[i] = shown(name, kept);
            }
            else
            {
                Show(items[i], name, shown);
            }
        }
    }

    private static IEnumerable<JsonNode?> Inside(JsonNode? node) => node switch
    {
        JsonObject members => members.Select(member => member.Value),
        JsonArray items => items,
        _ => [],
    };

    // A personal value stands in an event as { "id": … }: nothing else there has that one member alone.
    private static PersonalRef? RefOf(JsonNode? node) =>
        node is JsonObject { Count: 1 } one && one["id"] is JsonValue id && id.TryGetValue<Guid>(out var kept) ? new PersonalRef(kept) : null;
}
