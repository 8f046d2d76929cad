using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing.Patterns;
using SecurityTracker.ServerTests.Access;
using static SecurityTracker.ServerTests.Fuzz.HostileValues;

namespace SecurityTracker.ServerTests.Fuzz;

/// <summary>One operation of the description.</summary>
/// <param name="Id">Its operationId.</param>
/// <param name="Reads">The nearest address above it that is read, whose ETag its writes want; null where none is.</param>
internal sealed record FuzzOperation(string Id, HttpMethod Method, string Path, JsonNode Description, string? Reads);

/// <summary>Makes requests of the program's own description: the same number gives the same request.</summary>
internal sealed class FuzzRequests
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "契"];

    // What the description leaves out: these are no part of the API, and answer all the same.
    private static readonly string[] Beside = ["/", "/health/live", "/health/ready", "/swagger/v1/swagger.json", "/dev/mail", "/dev/mail/1/source.eml", "/sign-in/callback/fuzz", "/assets/x.js", "/problems/unexpected", "/api", "/API/contracts"];

    private readonly FuzzBodies bodies;

    /// <summary>Reads the description.</summary>
    public FuzzRequests(JsonNode description)
    {
        bodies = new(description);
        var paths = description["paths"]!.AsObject();
        Operations = [.. ApiDescription.OperationsOf(description).Select(operation =>
            new FuzzOperation(operation.Id, operation.Method, operation.Address, operation.Description, NearestRead(paths, operation.Address)))];
    }

    /// <summary>What can be asked.</summary>
    public IReadOnlyList<FuzzOperation> Operations { get; }

    /// <summary>A request, and what is to be read before it for its <c>If-Match</c>, where that is meant to be right.</summary>
    /// <param name="operation">What is asked.</param>
    /// <param name="things">The ids of this world.</param>
    /// <param name="random">Of this request alone.</param>
    public (HttpRequestMessage Request, string? ReadFirst) Make(FuzzOperation operation, MatrixThings things, Random random)
    {
        var method = random.Next(40) == 0 ? new HttpMethod(Pick(Methods[..^1], random)) : operation.Method;
        var path = random.Next(60) == 0 ? Pick(Beside, random) : Address(operation.Path, things, random);
        var request = new HttpRequestMessage(method, path + Query(operation, random));
        SetBody(request, operation, things, random);
        for (var odd = random.Next(3) == 0 ? random.Next(1, 3) : 0; odd > 0; odd--)
        {
            var (name, value) = Pick(Headers, random);
            request.Headers.TryAddWithoutValidation(name, random.Next(8) == 0 ? [value, value] : [value]);
        }

        if (!request.Headers.Contains("Idempotency-Key") && random.Next(3) == 0)
        {
            request.Headers.Add("Idempotency-Key", string.Create(CultureInfo.InvariantCulture, $"fuzz-{random.Next(20)}"));
        }

        var wantsVersion = !request.Headers.Contains("If-Match") && operation.Method != HttpMethod.Get && random.Next(3) > 0;
        return (request, wantsVersion && operation.Reads is { } reads ? Address(reads, things, random: null) : null);
    }

    private void SetBody(HttpRequestMessage request, FuzzOperation operation, MatrixThings things, Random random)
    {
        if (request.Method == HttpMethod.Trace)
        {
            return;
        }

        if (operation.Description["requestBody"]?["content"]?["multipart/form-data"] is not null && random.Next(10) > 0)
        {
            var (upload, type) = FuzzUploads.Of(random);
            request.Content = new ByteArrayContent(upload);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            return;
        }

        var body = bodies.Of(operation.Description, [things.Organisation, things.Section, things.Person, things.Membership, .. things.Things.Values], random)
            ?? (random.Next(12) == 0 ? Pick(Bodies, random) : null);
        if (body is null || request.Method == HttpMethod.Get && random.Next(4) > 0)
        {
            return;
        }

        request.Content = new ByteArrayContent(body);
        if (random.Next(15) == 0)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", Pick(ContentTypes, random));
        }
        else if (random.Next(60) > 0)
        {
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }
    }

    private static string Address(string pattern, MatrixThings things, Random? random)
    {
        var known = MatrixPaths.Of(RoutePatternFactory.Parse(pattern), things)?.Path ?? pattern.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
        known = known.Replace("no-such-provider", "fuzz", StringComparison.Ordinal);
        if (random is null || random.Next(8) > 0)
        {
            return known;
        }

        var segments = known.Split('/');
        var at = random.Next(2, segments.Length);
        segments[at] = random.Next(4) == 0 ? Pick(["%00", "%ED%A0%80", "%FF", "%2F", "%2e%2e", ".", "%25", "%EF%BF%BE", "", "+"], random) : Uri.EscapeDataString(WellFormed(Short(Parameter("", random))));
        return string.Join('/', segments);
    }

    private static string Query(FuzzOperation operation, Random random)
    {
        var given = (operation.Description["parameters"]?.AsArray() ?? [])
            .Where(p => p!["in"]!.GetValue<string>() == "query" && (p["required"]?.GetValue<bool>() == true || random.Next(2) == 0))
            .Select(p => $"{p!["name"]}={Uri.EscapeDataString(WellFormed(Short(Parameter(p["name"]!.GetValue<string>(), random))))}");
        var raw = random.Next(25) == 0 ? [Pick(RawQueries, random)] : Array.Empty<string>();
        var all = string.Join('&', given.Concat(raw));
        return all.Length == 0 ? "" : "?" + all;
    }

    private static string Short(string text) => text.Length <= 500 ? text : text[..500];

    // .NET's own client refuses to escape a lone surrogate; RawQueries and the addresses send its bytes.
    private static string WellFormed(string text) => string.Concat(text.EnumerateRunes().Select(r => r.ToString()));

    private static string? NearestRead(JsonObject paths, string path)
    {
        for (var at = path; at.Length > "/api".Length; at = at[..at.LastIndexOf('/')])
        {
            if (at.EndsWith('}') && paths[at]?["get"] is not null)
            {
                return at;
            }
        }

        return null;
    }
}
