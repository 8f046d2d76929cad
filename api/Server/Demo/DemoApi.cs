using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace SecurityTracker.Server.Demo;

/// <summary>The program's own API as one of its people uses it: the made-up world goes through the same doors as a real one.</summary>
/// <param name="http">Where it is.</param>
/// <param name="token">The person's token.</param>
public sealed class DemoApi(HttpClient http, string token)
{
    /// <summary>Reads; a refusal is an exception, for the made-up world has to be acceptable.</summary>
    public Task<JsonNode> Get(string path, CancellationToken ct) => Send(HttpMethod.Get, path, body: null, version: null, ct);

    /// <summary>Creates; answers with <c>id</c> and <c>version</c>.</summary>
    public Task<JsonNode> Post(string path, object body, CancellationToken ct) => Send(HttpMethod.Post, path, body, version: null, ct);

    /// <summary>Does something to a thing at a version.</summary>
    /// <returns>Its next version.</returns>
    public async Task<long> Act(HttpMethod method, string path, object? body, long version, CancellationToken ct) =>
        (await Send(method, path, body, version, ct))["version"]!.GetValue<long>();

    private async Task<JsonNode> Send(HttpMethod method, string path, object? body, long? version, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, $"api/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (version is { } seen)
        {
            request.Headers.IfMatch.Add(new EntityTagHeaderValue(IfMatch.ETag(seen)));
        }

        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }

        using var response = await http.SendAsync(request, ct);
        var answer = await response.Content.ReadAsStringAsync(ct);
        return response.IsSuccessStatusCode
            ? JsonNode.Parse(answer)!
            : throw new InvalidOperationException($"{method} {path} was answered {(int)response.StatusCode}: {answer}");
    }
}
