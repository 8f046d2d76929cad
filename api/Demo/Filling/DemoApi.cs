using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SecurityTracker.Server.Http;

namespace SecurityTracker.Demo.Filling;

/// <summary>
/// The program's own API as one of its people uses it, at some time: the made-up world goes through the same doors as a real one. A
/// refusal is an exception, for the made-up world has to be acceptable.
/// </summary>
/// <param name="http">Where it is.</param>
/// <param name="clock">The clock of the world.</param>
/// <param name="token">The person's token.</param>
/// <param name="at">When, or null for now.</param>
internal sealed class DemoApi(HttpClient http, DemoClock clock, string token, DateTimeOffset? at = null)
{
    private static readonly JsonSerializerOptions Words = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The same person at a time.</summary>
    public DemoApi At(DateTimeOffset moment) => new(http, clock, token, moment);

    /// <summary>Reads.</summary>
    public Task<JsonNode> Get(string path, CancellationToken ct) => Send(HttpMethod.Get, path, content: null, version: null, ct);

    /// <summary>Creates; answers with <c>id</c> and <c>version</c>.</summary>
    public Task<JsonNode> Post(string path, object body, CancellationToken ct, long? version = null) =>
        Send(HttpMethod.Post, path, JsonContent.Create(body, options: Words), version, ct);

    /// <summary>Does something to a thing at a version.</summary>
    /// <returns>Its next version.</returns>
    public async Task<long> Act(HttpMethod method, string path, object? body, long version, CancellationToken ct) =>
        (await Send(method, path, body is null ? null : JsonContent.Create(body, options: Words), version, ct))["version"]?.GetValue<long>() ?? version;

    /// <summary>Puts a file there.</summary>
    public async Task<JsonNode> Upload(string path, string name, byte[] bytes, CancellationToken ct)
    {
        using var file = new ByteArrayContent(bytes);
        using var form = new MultipartFormDataContent { { file, "file", name } };
        return await Send(HttpMethod.Post, path, form, version: null, ct);
    }

    private async Task<JsonNode> Send(HttpMethod method, string path, HttpContent? content, long? version, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, $"api/{path}") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (at is { } moment)
        {
            request.Headers.Add(DemoClock.Header, clock.Saying(moment));
        }

        if (version is { } seen)
        {
            request.Headers.IfMatch.Add(new EntityTagHeaderValue(IfMatch.ETag(seen)));
        }

        using var response = await http.SendAsync(request, ct);
        var answer = await response.Content.ReadAsStringAsync(ct);
        return response.IsSuccessStatusCode
            ? (answer.Length == 0 ? new JsonObject() : JsonNode.Parse(answer)!)
            : throw new InvalidOperationException($"{method} {path} was answered {(int)response.StatusCode}: {answer}");
    }
}
