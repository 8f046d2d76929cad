using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;

namespace SecurityTracker.ServerTests.Access;

/// <summary>What an answer says of itself.</summary>
internal sealed record MatrixAnswer(int Status, string? Code, string Headers, string Body)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Status} {Code}");
}

/// <summary>Requests of the matrix: well formed, and such that they change nothing that exists.</summary>
internal static class MatrixRequest
{
    private const string NeverWritten = "\"999999\"";

    /// <summary>Asks a route at one of its addresses, which is relative to the client's; what the route wants behind the question mark is added.</summary>
    public static async Task<MatrixAnswer> Send(HttpClient client, RouteEndpoint route, Uri address, MatrixBodies bodies, MatrixThings things)
    {
        var (name, method) = (MatrixPaths.NameOf(route), MatrixPaths.MethodOf(route));
        using var request = new HttpRequestMessage(new HttpMethod(method), address.IsAbsoluteUri ? address : new Uri(address.OriginalString + bodies.Query(name), UriKind.Relative))
        {
            Content = method is "GET" ? null : bodies.Of(name, things),
        };
        if (method is not "GET")
        {
            // What exists is looked up, and never changed by this test: nobody has seen that version.
            request.Headers.TryAddWithoutValidation("If-Match", NeverWritten);
        }

        using var answer = await client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not "Date")
            .Select(h => $"{h.Key}: {string.Join(", ", h.Value)}").Order(StringComparer.Ordinal);
        var code = answer.Content.Headers.ContentType?.MediaType == "application/problem+json" ? JsonNode.Parse(body)!["code"]!.GetValue<string>() : null;
        return new((int)answer.StatusCode, code, string.Join('\n', headers), body);
    }
}
