using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Server.Access;
using Xunit.Abstractions;

namespace SecurityTracker.ServerTests.Access;

/// <summary>
/// Every route under every other spelling of its address, over a socket, as nobody and as a stranger (without the permission, where
/// there is such a role): it is the same route with the same guards, or nothing is there. It is never more open.
/// </summary>
public sealed class SpellingsTests(SpellingsTests.OnSocket server, ITestOutputHelper output) : IClassFixture<SpellingsTests.OnSocket>
{
    private static readonly UriCreationOptions AsItIs = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly List<string> failures = [];
    private (int Same, int Gone) counted;

    [Fact]
    public async Task No_spelling_of_an_address_opens_more()
    {
        var bodies = new MatrixBodies(JsonNode.Parse(await server.CreateClient().GetStringAsync("/swagger/v1/swagger.json"))!);
        var world = await MatrixWorld.Make(server);
        var routes = MatrixPaths.Routes(server.Services.GetRequiredService<EndpointDataSource>().Endpoints);
        var nobody = server.CreateAnonymousClient();
        var strangers = world.Others.ToDictionary(p => p, p => server.As(p.Id));
        foreach (var route in routes)
        {
            var permission = route.Metadata.GetMetadata<Permission>()!;
            await Walk(nobody, route, bodies, world.NotTheirs, "nobody");
            if (permission.Reach == Reach.MEMBERSHIP)
            {
                var stranger = world.Others.Find(p => !permission.Roles.Contains(p.Role)) ?? world.Others[0];
                await Walk(strangers[stranger], route, bodies, world.NotTheirs, stranger.Role.ToString());
            }
        }

        var said = string.Create(CultureInfo.InvariantCulture, $"{routes.Count} routes: {counted.Same} answered as the address itself, {counted.Gone} not there");
        output.WriteLine(said);
        failures.ShouldBeEmpty(said);
        counted.Same.ShouldBeGreaterThan(routes.Count * 5, "most spellings in other letters are the same address");
    }

    private async Task Walk(HttpClient client, RouteEndpoint route, MatrixBodies bodies, MatrixThings things, string who)
    {
        var path = MatrixPaths.Of(route.RoutePattern, things)!.Path;
        var itself = await Ask(path);
        foreach (var (name, spelt) in Spellings.Of(route.RoutePattern, path))
        {
            var seen = await Ask(spelt);
            if ((seen.Status, seen.Code) == (itself.Status, itself.Code))
            {
                counted.Same++;
            }
            else if (seen is { Status: 400 } or { Status: 404, Code: not null } or { Status: 405, Code: "method-not-allowed" })
            {
                counted.Gone++;
            }
            else
            {
                failures.Add($"{MatrixPaths.NameOf(route)} for {who}, {name} ({spelt}): {seen} instead of {itself}");
            }
        }

        // Letter by letter as it is spelt: a client of .NET else mends it.
        Task<MatrixAnswer> Ask(string address) => MatrixRequest.Send(
            client, route, new Uri($"{client.BaseAddress!.GetLeftPart(UriPartial.Authority)}{address}{bodies.Query(MatrixPaths.NameOf(route))}", AsItIs), bodies, things);
    }

    /// <summary>A server that is asked over a socket, as a client on the network does, with the screens beside the API.</summary>
    public sealed class OnSocket : TestServer
    {
        private readonly DirectoryInfo screens = Directory.CreateTempSubdirectory("screens");

        protected override bool UsesSockets => true;

        protected override void Configure(IWebHostBuilder host)
        {
            File.WriteAllText(Path.Combine(screens.FullName, "index.html"), "<!doctype html>");
            host.UseSetting("Web:Directory", screens.FullName);
        }

        public override async Task DisposeAsync()
        {
            await base.DisposeAsync();
            screens.Delete(recursive: true);
        }
    }
}
