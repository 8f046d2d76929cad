using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using static SecurityTracker.ServerTests.Fuzz.HostileValues;

namespace SecurityTracker.ServerTests.Fuzz;

/// <summary>Bodies of JSON: made as the description of the API has them, then bent in up to three places.</summary>
internal sealed class FuzzBodies(JsonNode description)
{
    private const int Deepest = 7;
    private const string Mark = "raw~";
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The body of an operation, or null where it takes no JSON.</summary>
    /// <param name="ids">What this world has, for ids that are somebody's.</param>
    public byte[]? Of(JsonNode operation, IReadOnlyList<Guid> ids, Random random)
    {
        if (operation["requestBody"]?["content"]?["application/json"]?["schema"] is not { } schema)
        {
            return null;
        }

        if (random.Next(12) == 0)
        {
            return Pick(Bodies, random);
        }

        var body = Sample(schema, "", ids, random, 0);
        var raw = new List<string>();
        for (var bends = random.Next(3) == 0 ? 0 : random.Next(1, 4); bends > 0 && body is JsonObject or JsonArray; bends--)
        {
            Bend(body, raw, random);
        }

        var text = body?.ToJsonString(Plain) ?? "null";
        for (var i = 0; i < raw.Count; i++)
        {
            text = text.Replace(string.Create(CultureInfo.InvariantCulture, $"\"{Mark}{i}~\""), raw[i], StringComparison.Ordinal);
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        return random.Next(25) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    /// <summary>The JSON of a text, a lone surrogate escaped: no encoder of ours would send it.</summary>
    private static string Escaped(string text) => "\"" + string.Concat(text.Select(c =>
        c is '"' or '\\' or < ' ' or (>= '\uD800' and <= '\uDFFF') or >= '\uFFFE' ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : c.ToString())) + "\"";

    private static void Bend(JsonNode body, List<string> raw, Random random)
    {
        var places = Places(body).ToList();
        if (places.Count == 0)
        {
            return;
        }

        var (holder, key) = Pick(places, random);
        if (random.Next(10) == 0 && holder is JsonObject thing)
        {
            thing.Remove((string)key);
            return;
        }

        var isList = (holder is JsonObject of ? of[(string)key] : holder[(int)key]) is JsonArray;
        raw.Add(isList && random.Next(2) == 0 ? "[null]" : random.Next(3) switch { 0 => Pick(HostileValues.Json, random), 1 => Escaped(Pick(Texts, random)), _ => Escaped(Pick(Moments, random)) });
        JsonNode mark = string.Create(CultureInfo.InvariantCulture, $"{Mark}{raw.Count - 1}~");
        if (holder is JsonObject o)
        {
            o[(string)key] = mark;
        }
        else
        {
            ((JsonArray)holder)[(int)key] = mark;
        }
    }

    private static IEnumerable<(JsonNode Holder, object Key)> Places(JsonNode node) => node switch
    {
        JsonObject o => o.SelectMany(p => (p.Value is null ? [] : Places(p.Value)).Prepend((o, (object)p.Key))),
        JsonArray a => a.SelectMany((v, i) => (v is null ? [] : Places(v)).Prepend((a, (object)i))),
        _ => [],
    };

    private JsonNode? Sample(JsonNode schema, string name, IReadOnlyList<Guid> ids, Random random, int depth)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
        {
            return Sample(description["components"]!["schemas"]![reference.Split('/')[^1]]!, name, ids, random, depth + 1);
        }

        if ((schema["allOf"] ?? schema["oneOf"] ?? schema["anyOf"]) is JsonArray { Count: > 0 } several)
        {
            return Sample(Pick([.. several], random)!, name, ids, random, depth + 1);
        }

        if (schema["enum"] is JsonArray { Count: > 0 } words)
        {
            return Pick([.. words], random)!.DeepClone();
        }

        return schema.TypeOf() switch
        {
            "object" => new JsonObject(depth < Deepest ? Fields(schema, ids, random, depth) : []),
            "array" => new JsonArray([.. Enumerable.Range(0, depth < Deepest ? random.Next(3) : 0).Select(_ => Sample(schema["items"]!, name, ids, random, depth + 1))]),
            "integer" => random.Next(1, 18),
            "number" => random.NextDouble(),
            "boolean" => random.Next(2) == 0,
            "string" => Text(schema["format"]?.GetValue<string>(), ids, random),
            "null" => null,
            _ => "例",
        };
    }

    private IEnumerable<KeyValuePair<string, JsonNode?>> Fields(JsonNode schema, IReadOnlyList<Guid> ids, Random random, int depth)
    {
        var required = (schema["required"]?.AsArray() ?? []).Select(r => r!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        return (schema["properties"]?.AsObject() ?? []).Where(p => required.Contains(p.Key) || random.Next(3) > 0)
            .Select(p => KeyValuePair.Create(p.Key, Sample(p.Value!, p.Key, ids, random, depth + 1)));
    }

    private static string Text(string? format, IReadOnlyList<Guid> ids, Random random) => format switch
    {
        "uuid" => (random.Next(3) > 0 ? Pick(ids, random) : Guid.Empty).ToString("D"),
        "date" => Pick(["2026-11-20", "2026-07-10", "2026-12-31", "2027-02-26"], random),
        "date-time" => "2026-11-20T03:00:00Z",
        _ => random.Next(3) > 0 ? Pick(["例", "ED-C", "契約の名称", "someone@example.jp", "IMPLEMENTED"], random) : Pick(Texts.Where(t => !t.Any(char.IsSurrogate)).ToList(), random),
    };
}
