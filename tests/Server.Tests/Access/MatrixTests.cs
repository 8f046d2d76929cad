using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
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
    /// <summary>What one's own answers to a GET that is not 200: it only comes about after acts that this world does not do, each with the reason.</summary>
    private static readonly Dictionary<string, (int Status, string Code, string Reason)> Otherwise = new(StringComparer.Ordinal)
    {
        ["getDisclosureForm"] = (404, "not-found", "nothing was disclosed yet"),
        ["getSuccessionPreview"] = (422, "successor-itself", "who would hand over to whom stands in the query, which is left out here"),
    };

    /// <summary>The words of addresses of which this world has nothing of one's own, each with the reason: the own cells of these are not asked.</summary>
    private static readonly Dictionary<string, string> Lacking = new(StringComparer.Ordinal)
    {
        ["invitations"] = "each organisation has its own; the tests of sign-in walk them",
        ["service-accounts"] = "as invitations",
        ["tokens"] = "as invitations",
        ["inbox"] = "a notice is one side's alone; NoticesTests walk every kind of them",
        ["decision-drafts"] = "they come of a second pair of eyes, which SectionsTests walks",
        ["mail-readings"] = "they come of a mail that was read in, which ReadMailTests walks",
    };

    private readonly SortedSet<string> lacking = new(StringComparer.Ordinal);
    private readonly List<string> failures = [];
    private readonly Dictionary<string, int> asked = new(StringComparer.Ordinal) { ["nobody"] = 0, ["another's"] = 0, ["not handed in"] = 0, ["own"] = 0, ["lacking"] = 0 };
    private MatrixBodies bodies = null!;

    [Fact]
    public async Task Every_route_answers_every_role_as_it_may()
    {
        bodies = new MatrixBodies(JsonNode.Parse(await server.CreateClient().GetStringAsync("/swagger/v1/swagger.json"))!);
        var world = await MatrixWorld.Make(server);
        var routes = MatrixPaths.Routes(server.Services.GetRequiredService<EndpointDataSource>().Endpoints);
        failures.AddRange(MatrixPaths.WithoutPermission(routes).Select(name => $"{name}: names no permission"));
        foreach (var route in routes)
        {
            await Walk(route, world);
        }

        var (open, members) = (routes.Count(route => route.Metadata.GetMetadata<Permission>()?.Reach != Reach.MEMBERSHIP), routes.Count(route => route.Metadata.GetMetadata<Permission>()?.Reach == Reach.MEMBERSHIP));
        var (strangers, roles) = (world.Others.Count, world.Own.Select(p => p.Role).Distinct().Count());
        var said = string.Create(
            CultureInfo.InvariantCulture,
            $"{routes.Count} routes ({open} without a role, {members} by role) × {roles} roles: {asked["nobody"]} of nobody, {asked["another's"]} of another's (by {strangers} strangers), {asked["not handed in"]} of what was not handed in, {asked["own"]} of one's own = {asked.Values.Sum() - asked["lacking"]} cells; {asked["lacking"]} of one's own not asked");
        output.WriteLine(said);
        failures.ShouldBeEmpty(said);
        (asked["nobody"], asked["another's"], asked["own"] + asked["lacking"]).ShouldBe((routes.Count, members * strangers, members * roles), said);
        lacking.ShouldBe(Lacking.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_route_that_names_no_permission_is_found()
    {
        var silent = new RouteEndpointBuilder(_ => Task.CompletedTask, RoutePatternFactory.Parse("/api/silent/{id:guid}"), order: 0) { DisplayName = "silent" };
        var speaking = new RouteEndpointBuilder(_ => Task.CompletedTask, RoutePatternFactory.Parse("/api/speaking"), order: 0) { DisplayName = "speaking" };
        speaking.Metadata.Add(Permission.ReadContracts);
        MatrixPaths.WithoutPermission(MatrixPaths.Routes([silent.Build(), speaking.Build()])).ShouldBe(["silent"]);
    }

    private async Task Walk(RouteEndpoint route, MatrixWorld world)
    {
        var name = MatrixPaths.NameOf(route);
        var method = MatrixPaths.MethodOf(route);
        if (route.Metadata.GetMetadata<Permission>() is not { } permission)
        {
            return;
        }

        if (MatrixPaths.Of(route.RoutePattern, world.NotTheirs) is not { } notTheirs)
        {
            failures.Add($"{name}: a parameter of {route.RoutePattern.RawText} is unknown to MatrixPaths");
            return;
        }

        var of = new Asked(name, method, route, permission, notTheirs);
        await Nobody(of, world.NotTheirs);
        if (permission.Reach == Reach.MEMBERSHIP)
        {
            foreach (var stranger in world.Others)
            {
                await Stranger(of, stranger, world.NotTheirs, "another's");
            }

            // Nor does the ministry see what its own contractor has not handed in.
            foreach (var reader in IsOfReport(route) ? world.Own.Where(p => p.Role is not (Role.CONTRACTOR_OFFICER or Role.CONTRACTOR_STAFF)) : [])
            {
                await Stranger(of, reader, reader.Things with { Things = world.Unsent }, "not handed in");
            }

            foreach (var people in world.Own.GroupBy(p => p.Role))
            {
                await Own(of, [.. people]);
            }
        }
    }

    private async Task Nobody(Asked of, MatrixThings things)
    {
        asked["nobody"]++;
        var seen = await Send(server.CreateAnonymousClient(), of, of.NotTheirs.Path, things);
        if (of.Permission.Reach == Reach.ANYONE ? seen.Status >= 500 || seen.Code == "sign-in-required" : (seen.Status, seen.Code) != (401, "sign-in-required"))
        {
            failures.Add($"{of.Name} for nobody: {seen}");
        }
    }

    private static bool IsOfReport(RouteEndpoint route) =>
        route.RoutePattern.RawText is { } address && (address.Contains("/reports/{", StringComparison.Ordinal) || address.Contains("/report-batches/{", StringComparison.Ordinal));

    // To the letter: status, headers and body of another's thing are those of one that does not exist.
    private async Task Stranger(Asked of, MatrixPerson who, MatrixThings notTheirs, string relation)
    {
        asked[relation]++;
        var client = server.As(who.Id);
        var unknown = notTheirs.Unknown();
        var (real, random) = (
            await Send(client, of, MatrixPaths.Of(of.Pattern, notTheirs)!.Path, notTheirs),
            await Send(client, of, MatrixPaths.Of(of.Pattern, unknown)!.Path, unknown));
        if (!of.Permission.Roles.Contains(who.Role))
        {
            Demand(real is { Status: 403, Code: "not-permitted" } && random == real, of, who, $"{relation}: {real} / {random}");
        }
        else if (of.NotTheirs.OfSomebody)
        {
            Demand(random == real && real.Status is >= 400 and < 500 and not (401 or 403), of, who, $"{relation}: {real}\n   unknown: {random}");
        }
        else
        {
            Demand(real.Status is not (401 or 403) and < 500, of, who, $"{real}");
        }
    }

    // Of those with the role on the contract's side at least one reads the thing, and is told of an act that it was seen at another version or asks for something else.
    private async Task Own(Asked of, List<MatrixPerson> people)
    {
        var answers = new List<MatrixAnswer>();
        foreach (var who in people)
        {
            answers.Add(await Send(server.As(who.Id), of, MatrixPaths.Of(of.Pattern, who.Things)!.Path, who.Things));
        }

        var without = of.NotTheirs.Lacking.Count > 0 && of.Permission.Roles.Contains(people[0].Role);
        asked[without ? "lacking" : "own"]++;
        lacking.UnionWith(without ? of.NotTheirs.Lacking : []);
        if (without)
        {
            return;
        }

        if (!of.Permission.Roles.Contains(people[0].Role))
        {
            Demand(answers.TrueForAll(a => a is { Status: 403, Code: "not-permitted" }), of, people[0], $"own without permission: {answers[0]}");
        }
        else if (Otherwise.TryGetValue(of.Name, out var otherwise))
        {
            Demand(answers.TrueForAll(a => (a.Status, a.Code) == (otherwise.Status, otherwise.Code)), of, people[0], $"own, though {otherwise.Reason}: {answers[0]}");
        }
        else
        {
            Demand(
                of.Method == "GET" ? answers.Exists(a => a.Status == 200 || a is { Status: 409, Code: "nothing-answered" }) : answers.Exists(a => a.Status is 200 or 201 or 204 or 400 or 409 or 412 or 415 or 422 || a is { Status: 404, Code: not "not-found" }),
                of, people[0], $"own: {answers[0]}");
        }
    }

    private void Demand(bool holds, Asked of, MatrixPerson who, string otherwise)
    {
        if (!holds)
        {
            failures.Add($"{of.Name} ({of.Method} {of.Pattern.RawText}) as {who.Role}: {otherwise}");
        }
    }

    private Task<MatrixAnswer> Send(HttpClient client, Asked of, string path, MatrixThings things) =>
        MatrixRequest.Send(client, of.Route, new Uri(path, UriKind.Relative), bodies, things);

    private sealed record Asked(string Name, string Method, RouteEndpoint Route, Permission Permission, MatrixPath NotTheirs)
    {
        public RoutePattern Pattern => Route.RoutePattern;
    }
}
