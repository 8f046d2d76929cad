using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using Xunit.Abstractions;

namespace SecurityTracker.ServerTests.Access;

/// <summary>
/// Every route of the running program × every role × own, another's, nobody's. Nobody is asked to sign in; a role without the
/// permission is refused before anything is looked up; another's thing is answered to the letter as one that does not exist; one's own is there.
/// </summary>
public sealed class MatrixTests(TestServer server, ITestOutputHelper output) : IClassFixture<TestServer>
{
    private const string NeverWritten = "\"999999\"";

    /// <summary>Own cells that are not asked, each with the reason: what they ask for only comes about after acts that this world does not do, or is not everyone's.</summary>
    private static readonly Dictionary<(string Name, Role? Role), string> NotAsked = new()
    {
        [("getDisclosureForm", null)] = "nothing was disclosed of a draft",
        [("getFile", Role.CONTRACTOR_STAFF)] = "staff see the files of what is assigned to them, and this one hangs on nothing",
        [("getFileContent", Role.CONTRACTOR_STAFF)] = "as getFile",
        [("getFile", Role.SUBCONTRACTOR_OFFICER)] = "a subcontractor sees the files of its own part alone",
        [("getFileContent", Role.SUBCONTRACTOR_OFFICER)] = "as getFile",
    };

    private readonly List<string> failures = [];
    private MatrixBodies bodies = null!;
    private int cells;

    [Fact]
    public async Task Every_route_answers_every_role_as_it_may()
    {
        bodies = new MatrixBodies(JsonNode.Parse(await server.CreateClient().GetStringAsync("/swagger/v1/swagger.json"))!);
        var world = await MatrixWorld.Make(server);
        var routes = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText?.TrimStart('/').StartsWith("api/", StringComparison.Ordinal) == true)
            .OrderBy(e => e.RoutePattern.RawText, StringComparer.Ordinal)
            .ToList();
        foreach (var route in routes)
        {
            await Walk(route, world);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{routes.Count} routes, {cells} cells"));
        failures.ShouldBeEmpty(string.Create(CultureInfo.InvariantCulture, $"{routes.Count} routes, {cells} cells"));
        cells.ShouldBeGreaterThan(routes.Count * 5);
    }

    private async Task Walk(RouteEndpoint route, MatrixWorld world)
    {
        var name = route.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? route.DisplayName!;
        var method = route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0];
        if (route.Metadata.GetMetadata<Permission>() is not { } permission)
        {
            failures.Add($"{name}: names no permission");
            return;
        }

        if (MatrixPaths.Of(route.RoutePattern, world.NotTheirs) is not { } notTheirs)
        {
            failures.Add($"{name}: a parameter of {route.RoutePattern.RawText} is unknown to MatrixPaths");
            return;
        }

        var asked = new Asked(name, method, route.RoutePattern, permission, notTheirs);
        await Nobody(asked, world.NotTheirs);
        if (permission.Reach == Reach.MEMBERSHIP)
        {
            foreach (var stranger in world.Others)
            {
                await Stranger(asked, stranger, world.NotTheirs);
            }

            // Nor does the ministry see what its own contractor has not handed in.
            foreach (var reader in IsOfReport(route) ? world.Own.Where(p => p.Role is not (Role.CONTRACTOR_OFFICER or Role.CONTRACTOR_STAFF)) : [])
            {
                await Stranger(asked, reader, reader.Things with { Things = world.Unsent });
            }

            foreach (var people in world.Own.GroupBy(p => p.Role))
            {
                await Own(asked, [.. people]);
            }
        }
    }

    private async Task Nobody(Asked asked, MatrixThings things)
    {
        cells++;
        var seen = await Send(server.CreateAnonymousClient(), asked, asked.NotTheirs.Path, things);
        if (asked.Permission.Reach == Reach.ANYONE ? seen.Status >= 500 || seen.Code == "sign-in-required" : (seen.Status, seen.Code) != (401, "sign-in-required"))
        {
            failures.Add($"{asked.Name} for nobody: {seen}");
        }
    }

    private static bool IsOfReport(RouteEndpoint route) =>
        route.RoutePattern.RawText is { } address && (address.Contains("/reports/{", StringComparison.Ordinal) || address.Contains("/report-batches/{", StringComparison.Ordinal));

    // To the letter: status, headers and body of another's thing are those of one that does not exist.
    private async Task Stranger(Asked asked, MatrixPerson who, MatrixThings notTheirs)
    {
        cells++;
        var client = server.CreateClient().As(who.Id);
        var unknown = notTheirs.Unknown();
        var (real, random) = (
            await Send(client, asked, MatrixPaths.Of(asked.Pattern, notTheirs)!.Path, notTheirs),
            await Send(client, asked, MatrixPaths.Of(asked.Pattern, unknown)!.Path, unknown));
        if (!asked.Permission.Roles.Contains(who.Role))
        {
            Demand(real is { Status: 403, Code: "not-permitted" } && random == real, asked, who, $"another's: {real} / {random}");
        }
        else if (asked.NotTheirs.OfSomebody)
        {
            Demand(random == real && real.Status is >= 400 and < 500 and not (401 or 403), asked, who, $"another's: {real}\n   unknown: {random}");
        }
        else
        {
            Demand(real.Status is not (401 or 403) and < 500, asked, who, $"{real}");
        }
    }

    // Of those with the role on the contract's side at least one reaches the thing.
    private async Task Own(Asked asked, List<MatrixPerson> people)
    {
        var answers = new List<Answered>();
        foreach (var who in people)
        {
            answers.Add(await Send(server.CreateClient().As(who.Id), asked, MatrixPaths.Of(asked.Pattern, who.Things)!.Path, who.Things));
        }

        if (!asked.Permission.Roles.Contains(people[0].Role))
        {
            cells++;
            Demand(answers.TrueForAll(a => a is { Status: 403, Code: "not-permitted" }), asked, people[0], $"own without permission: {answers[0]}");
        }
        else if (asked.NotTheirs.Lacking.Count == 0 && !NotAsked.ContainsKey((asked.Name, null)) && !NotAsked.ContainsKey((asked.Name, people[0].Role)))
        {
            cells++;
            Demand(answers.Exists(a => a.Status is not (401 or 403) and < 500 && a is not { Status: 404, Code: "not-found" }), asked, people[0], $"own: {answers[0]}");
        }
    }

    private void Demand(bool holds, Asked asked, MatrixPerson who, string otherwise)
    {
        if (!holds)
        {
            failures.Add($"{asked.Name} ({asked.Method} {asked.Pattern.RawText}) as {who.Role}: {otherwise}");
        }
    }

    private async Task<Answered> Send(HttpClient client, Asked asked, string path, MatrixThings things)
    {
        using var request = new HttpRequestMessage(new HttpMethod(asked.Method), path + bodies.Query(asked.Name));
        if (asked.Method is not "GET")
        {
            request.Content = bodies.Of(asked.Name, things);
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

    private sealed record Asked(string Name, string Method, Microsoft.AspNetCore.Routing.Patterns.RoutePattern Pattern, Permission Permission, MatrixPath NotTheirs);

    private sealed record Answered(int Status, string? Code, string Headers, string Body)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Status} {Code}");
    }
}
