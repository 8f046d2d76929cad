using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Server.Access;
using SecurityTracker.ServerTests.Access;
using Xunit.Abstractions;

namespace SecurityTracker.ServerTests.Fuzz;

/// <summary>
/// Requests made of the program's own description, most of them almost right, sent by every role: whatever a client sends, the answer
/// is whole and not a 5xx. FUZZ_REQUESTS says how many (6,000), FUZZ_SEED which (5080); the same two give the same requests.
/// </summary>
public sealed class FuzzTests(FuzzServer server, ITestOutputHelper output) : IClassFixture<FuzzServer>
{
    private const int Workers = 4;

    private static readonly int Count = Setting("FUZZ_REQUESTS", 6_000);
    private static readonly int Seed = Setting("FUZZ_SEED", 5080);

    private readonly ConcurrentDictionary<int, int> statuses = new();
    private readonly ConcurrentQueue<string> failures = new();
    private readonly ConcurrentDictionary<string, bool> reached = new(StringComparer.Ordinal);

    [Fact]
    public async Task No_request_is_answered_by_an_error_of_ours()
    {
        var world = await MatrixWorld.Make(server);
        using var client = server.CreateRawClient();
        var requests = new FuzzRequests(JsonNode.Parse(await client.GetStringAsync("/swagger/v1/swagger.json"))!);
        var permissions = MatrixPaths.Routes(server.Services.GetRequiredService<EndpointDataSource>().Endpoints)
            .ToDictionary(MatrixPaths.NameOf, route => route.Metadata.GetMetadata<Permission>()!, StringComparer.Ordinal);
        var began = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(async () =>
        {
            var walker = new FuzzWalker(server.People, client, world, permissions);
            for (var number = worker; number < Count; number += Workers)
            {
                await Send(walker, requests, number);
            }
        })));

        var said = string.Create(CultureInfo.InvariantCulture, $"{Count} requests, seed {Seed}, {began.Elapsed.TotalSeconds:0} s: {string.Join(", ", statuses.OrderBy(s => s.Key).Select(s => $"{s.Key} × {s.Value}"))}; {reached.Count} of {requests.Operations.Count} operations carried out at least once");
        output.WriteLine(said);
        failures.Take(20).ShouldBeEmpty(said);
        // A suite that meets nothing but refusals would prove nothing.
        statuses.GetValueOrDefault(200).ShouldBeGreaterThan(Count / 20, said);
        reached.Count.ShouldBeGreaterThan(requests.Operations.Count / 3, said);
    }

    private async Task Send(FuzzWalker walker, FuzzRequests requests, int number)
    {
        var random = new Random(unchecked((Seed * 1_000_003) + number));
        var operation = requests.Operations[number % requests.Operations.Count];
        var person = walker.Whose(operation, random);
        var (request, readFirst) = requests.Make(operation, (person ?? walker.Anyone).Things, random);
        using var sent = request;
        var said = $"#{number} {request.Method} {request.RequestUri}";
        try
        {
            using var answer = await walker.Send(request, readFirst, person?.Id);
            var body = await answer.Content.ReadAsByteArrayAsync();
            var status = (int)answer.StatusCode;
            statuses.AddOrUpdate(status, 1, (_, n) => n + 1);
            if (status >= 500 && !IsOfTheProvider(request, answer.StatusCode))
            {
                failures.Enqueue($"{said}: {status}\n{request}\n{await BodyOf(request)}\n{System.Text.Encoding.UTF8.GetString(body)}");
            }
            else if (answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) is true && request.Method != HttpMethod.Head)
            {
                using var _ = JsonDocument.Parse(body);
            }

            if (status < 300)
            {
                reached.TryAdd(operation.Id, true);
            }
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or IOException or OperationCanceledException)
        {
            failures.Enqueue($"{said}: {e.GetType().Name} {e.Message} {e.InnerException?.Message}\n{request}\n{await BodyOf(request)}");
        }
    }

    // The provider of this server's sign-ins is really not there, and the program says so.
    private static bool IsOfTheProvider(HttpRequestMessage request, HttpStatusCode status) =>
        status == HttpStatusCode.ServiceUnavailable && request.RequestUri!.ToString().Contains("/providers/fuzz", StringComparison.Ordinal);

    private static async Task<string> BodyOf(HttpRequestMessage request)
    {
        var text = request.Content is null ? "" : System.Text.Encoding.UTF8.GetString(await request.Content.ReadAsByteArrayAsync());
        return text.Length <= 3_000 ? text : text[..3_000] + "…";
    }

    private static int Setting(string name, int usual) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
}
