using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Organisations;
using SecurityTracker.ServerTests.Access;
using Xunit.Abstractions;

namespace SecurityTracker.ServerTests.Fuzz;

/// <summary>
/// Requests cut short and broken on the wire, on every route that takes a body: no error of ours, nothing thrown that nobody caught,
/// nothing kept, and the server answers others.
/// </summary>
public sealed class BrokenRequestsTests(BrokenRequestsTests.ListeningServer server, ITestOutputHelper output) : IClassFixture<BrokenRequestsTests.ListeningServer>
{
    private const int AtOnce = 16;
    private const int LargestPart = 300_000;

    private static readonly byte[] Upload =
        [.. "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\n"u8, .. new byte[LargestPart], .. "\r\n--b--\r\n"u8];

    private readonly ConcurrentQueue<string> failures = new();
    private readonly ConcurrentDictionary<int, int> statuses = new();

    [Fact]
    public async Task A_body_cut_short_or_broken_keeps_nothing_on_any_route()
    {
        var world = await MatrixWorld.Make(server);
        var broken = new List<(string Route, BrokenRequest Request)>();
        var silent = new List<(string Route, BrokenRequest Request)>();
        var uploads = 0;
        foreach (var (operation, head, body) in await WithBodies(world))
        {
            uploads += body == Upload ? 1 : 0;
            broken.AddRange(BrokenRequests.Of(head, body).Select(request => (operation.Id, request)));
            // A silence takes seconds to be noticed, and longer the more was sent before: every route that takes files, and some of the others.
            if (body != Upload && broken.Count % 7 != 0)
            {
                continue;
            }

            silent.Add((operation.Id, new("stays silent in the middle", [.. Encoding.UTF8.GetBytes($"{head}Content-Length: {body.Length}\r\n\r\n"), .. body[..Math.Min(body.Length / 2, 100)]], Leaving.STAYS)));
        }

        var kept = await Rows();
        await Task.WhenAll(SendAll(broken, AtOnce), SendAll(silent, silent.Count));

        uploads.ShouldBeGreaterThanOrEqualTo(5);
        await Demand(broken.Count + silent.Count, kept);
    }

    [Fact]
    public async Task A_head_that_is_cut_or_none_is_refused_or_left_unanswered()
    {
        var head = $"POST /api/organisations HTTP/1.1\r\nHost: {server.Address.Authority}\r\nCookie: session={await Key(TestPeople.IdOf(Role.CONTRACTOR_OFFICER))}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\n";
        var kept = await Rows();
        var broken = BrokenRequests.Heads(head).Select(request => ("head", request)).ToList();

        await SendAll(broken, AtOnce);

        await Demand(broken.Count, kept);
    }

    [Fact]
    public async Task A_client_that_leaves_while_it_is_answered_leaves_nothing_behind()
    {
        var key = await Key(TestPeople.IdOf(Role.CONTRACTOR_OFFICER));
        // Who reads a list keeps its rows up to date: that is done before.
        await server.CreateClient().GetAsync("/api/contracts").Json();
        var kept = await Rows();
        var leaving = new[] { "/swagger/v1/swagger.json", "/api/editions", "/api/editions/ED-C", "/api/contracts", "/api/organisations", "/" }
            .SelectMany(address => Enumerable.Repeat(Encoding.UTF8.GetBytes($"GET {address} HTTP/1.1\r\nHost: {server.Address.Authority}\r\nCookie: session={key}\r\nSec-Fetch-Site: same-origin\r\n\r\n"), 8), (address, bytes) =>
                (address, new BrokenRequest("leaves in the answer", [.. bytes, .. bytes, .. bytes], Leaving.VANISHES_IN_THE_ANSWER)))
            .ToList();

        await SendAll(leaving, AtOnce);

        await Demand(leaving.Count, kept);
    }

    private async Task SendAll(IReadOnlyList<(string Route, BrokenRequest Request)> broken, int atOnce)
    {
        await Parallel.ForEachAsync(broken, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (sent, _) =>
        {
            foreach (var status in await RawExchange.Send(server.Address, sent.Request.Bytes, sent.Request.Leaving))
            {
                statuses.AddOrUpdate(status, 1, (_, n) => n + 1);
                // What a version of HTTP that does not exist is told.
                if ((status >= 500 && status != 505) || (status < 300 && sent.Request.Leaving != Leaving.VANISHES_IN_THE_ANSWER))
                {
                    failures.Enqueue($"{sent.Route}: {sent.Request.What}: {status}");
                }
            }
        });
    }

    private async Task Demand(int sent, Dictionary<string, long> kept)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"{sent} broken requests: {string.Join(", ", statuses.OrderBy(s => s.Key).Select(s => $"{s.Key} × {s.Value}"))}");
        output.WriteLine(said);
        failures.Take(20).ShouldBeEmpty(said);
        server.Log.Errors.Take(5).ShouldBeEmpty(said);
        (await Rows()).Where(table => table.Value != kept[table.Key]).ShouldBeEmpty();
        await server.CreateClient().When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, "そのあと")).Written(HttpStatusCode.Created);
    }

    // One whole request of each operation that takes a body, by somebody who may send it.
    private async Task<IReadOnlyList<(FuzzOperation Operation, string Head, byte[] Body)>> WithBodies(MatrixWorld world)
    {
        using var client = server.CreateRawClient();
        var description = JsonNode.Parse(await client.GetStringAsync("/swagger/v1/swagger.json"))!;
        var bodies = new MatrixBodies(description);
        var routes = MatrixPaths.Routes(server.Services.GetRequiredService<EndpointDataSource>().Endpoints).ToDictionary(MatrixPaths.NameOf, StringComparer.Ordinal);
        var all = new List<(FuzzOperation, string, byte[])>();
        foreach (var operation in new FuzzRequests(description).Operations.Where(o => o.Description["requestBody"] is not null))
        {
            var person = routes.TryGetValue(operation.Id, out var route) && route.Metadata.GetMetadata<Permission>() is { } permission
                ? world.Own.FirstOrDefault(p => permission.Roles.Contains(p.Role)) ?? world.Own[0]
                : world.Own[0];
            var address = MatrixPaths.Of(Microsoft.AspNetCore.Routing.Patterns.RoutePatternFactory.Parse(operation.Path), person.Things)?.Path ?? operation.Path;
            foreach (var (type, _) in operation.Description["requestBody"]!["content"]!.AsObject())
            {
                var (said, body) = type switch
                {
                    "multipart/form-data" => (type + "; boundary=b", Upload),
                    "text/plain" => (type, "1) 守ること。"u8.ToArray()),
                    _ => (type, await bodies.Of(operation.Id, person.Things)!.ReadAsByteArrayAsync()),
                };
                var key = all.Count % 2 == 0 ? $"Idempotency-Key: {operation.Id}\r\n" : "";
                all.Add((operation, $"{operation.Method} {address}{bodies.Query(operation.Id)} HTTP/1.1\r\nHost: {server.Address.Authority}\r\nCookie: session={await Key(person.Id)}\r\nSec-Fetch-Site: same-origin\r\nIf-Match: *\r\n{key}Content-Type: {said}\r\n", body));
            }
        }

        return all;
    }

    private Task<string> Key(Guid person) => server.People.KeyOf(person, null, CancellationToken.None);

    // How many rows each table has; of who came in and what was refused something may be noted.
    private async Task<Dictionary<string, long>> Rows()
    {
        await using var tables = server.Database.CreateCommand(
            "SELECT table_name, (xpath('//c/text()', query_to_xml(format('SELECT count(*) AS c FROM %I', table_name), false, true, '')))[1]::text::bigint FROM information_schema.tables WHERE table_schema = 'public' AND table_name NOT IN ('sessions', 'audit_events', 'sign_in_failures')");
        await using var rows = await tables.ExecuteReaderAsync();
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        while (await rows.ReadAsync())
        {
            counts[rows.GetString(0)] = rows.GetInt64(1);
        }

        return counts;
    }

    /// <summary>A server on a socket whose log is kept, and that waits for a silent client no longer than two seconds.</summary>
    public sealed class ListeningServer : FuzzServer
    {
        /// <summary>What was logged.</summary>
        public KeptLog Log { get; } = new();

        /// <inheritdoc/>
        protected override void Change(IServiceCollection services)
        {
            services.AddSingleton<ILoggerProvider>(Log);
            services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MinRequestBodyDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(2)));
        }
    }
}
