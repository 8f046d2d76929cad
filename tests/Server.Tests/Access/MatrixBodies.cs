using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests.Access;

/// <summary>Bodies that can be read, made of the program's own description: what is asked for is then looked up, and that is what the matrix is about.</summary>
internal sealed class MatrixBodies(JsonNode description)
{
    private const int Deepest = 6;

    private readonly Dictionary<string, JsonNode> operations = ApiDescription.OperationsOf(description)
        .ToDictionary(operation => operation.Id, operation => operation.Description, StringComparer.Ordinal);

    /// <summary>The body of an operation, or null where it has none.</summary>
    public HttpContent? Of(string operationId, MatrixThings things)
    {
        if (operations.GetValueOrDefault(operationId)?["requestBody"]?["content"] is not JsonObject { Count: > 0 } content)
        {
            return null;
        }

        var (type, media) = content.First();
        if (type.StartsWith("multipart/", StringComparison.Ordinal))
        {
            var file = new ByteArrayContent("%PDF-1.7 matrix"u8.ToArray());
            file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
            return new MultipartFormDataContent { { file, "file", "matrix.pdf" } };
        }

        return type.Contains("json", StringComparison.Ordinal)
            ? new StringContent(Sample(media!["schema"]!, "", things, depth: 0)?.ToJsonString() ?? "{}", Encoding.UTF8, "application/json")
            : new StringContent("text", Encoding.UTF8, "text/plain");
    }

    /// <summary>What an operation wants behind the question mark.</summary>
    public string Query(string operationId)
    {
        var wanted = (operations.GetValueOrDefault(operationId)?["parameters"]?.AsArray() ?? [])
            .Where(p => p!["in"]!.GetValue<string>() == "query" && p["required"]?.GetValue<bool>() == true)
            .Select(p => $"{p!["name"]}={Sample(p["schema"]!, p["name"]!.GetValue<string>(), things: null, depth: 0)}")
            .ToList();
        return wanted.Count == 0 ? "" : "?" + string.Join('&', wanted);
    }

    private JsonNode? Sample(JsonNode schema, string name, MatrixThings? things, int depth)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
        {
            return Sample(description["components"]!["schemas"]![reference.Split('/')[^1]]!, name, things, depth + 1);
        }

        if ((schema["allOf"] ?? schema["oneOf"] ?? schema["anyOf"]) is JsonArray { Count: > 0 } several)
        {
            return Sample(several[0]!, name, things, depth + 1);
        }

        if (schema["enum"] is JsonArray { Count: > 0 } words)
        {
            return words[0]!.DeepClone();
        }

        return schema.TypeOf() switch
        {
            "object" when depth < Deepest => new JsonObject(Wanted(schema, things, depth)),
            "object" => new JsonObject(),
            "array" when depth < Deepest => new JsonArray(Sample(schema["items"]!, name, things, depth + 1)),
            "array" => new JsonArray(),
            "integer" => 5,
            "number" => 1,
            "boolean" => true,
            "string" => Text(schema["format"]?.GetValue<string>(), name, things),
            _ => null,
        };
    }

    private IEnumerable<KeyValuePair<string, JsonNode?>> Wanted(JsonNode schema, MatrixThings? things, int depth)
    {
        var required = (schema["required"]?.AsArray() ?? []).Select(r => r!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        return (schema["properties"]?.AsObject() ?? []).Where(p => required.Contains(p.Key))
            .Select(p => KeyValuePair.Create(p.Key, Sample(p.Value!, p.Key, things, depth + 1)));
    }

    private static JsonNode Text(string? format, string name, MatrixThings? things) => format switch
    {
        "uuid" => (name switch
        {
            "contractId" or "contractIds" => things?.Find("contracts"),
            "organisationId" => things?.Organisation,
            "sectionId" => things?.Section,
            "membershipId" => things?.Membership,
            _ when name.Contains("erson", StringComparison.Ordinal) => things?.Person,
            _ => null,
        } ?? new Guid("01990000-0000-7000-8000-00000000feed")).ToString("D"),
        "date" => "2026-11-20",
        "date-time" => "2026-11-20T03:00:00Z",
        _ when name.Contains("ditionCode", StringComparison.Ordinal) => "ED-C",
        _ => "例",
    };
}
