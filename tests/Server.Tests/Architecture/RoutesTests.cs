using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Server.Access;

namespace SecurityTracker.ServerTests.Architecture;

[Collection(Shared.Frame)]
public sealed class RoutesTests(TestServer server)
{
    private const string Document = "/swagger/v1/swagger.json";

    /// <summary>What is open to everyone, each with why.</summary>
    private static readonly Dictionary<string, string> Open = new(StringComparer.Ordinal)
    {
        ["/health/live"] = "whoever watches the process",
        ["/health/ready"] = "whoever watches the process",
        ["/dev/mail/"] = "in development, for this machine alone",
        ["/dev/mail/style.css"] = "in development, for this machine alone",
        ["/dev/mail/{number:int}"] = "in development, for this machine alone",
        ["/dev/mail/{number:int}/source.eml"] = "in development, for this machine alone",
        ["/dev/mail/{number:int}/attachments/{index:int}"] = "in development, for this machine alone",
        ["/swagger/{documentName}/swagger.{extension}"] = "the description of the API is no secret",
        ["swagger/{**path}"] = "nor are its pages",
        ["/"] = "the screens, which hold nothing of anybody's",
    };

    private IReadOnlyList<RouteEndpoint> All => [.. server.Services.GetRequiredService<EndpointDataSource>().Endpoints.Cast<RouteEndpoint>()];

    private IReadOnlyList<RouteEndpoint> Api => [.. All.Where(e => e.Metadata.GetMetadata<Permission>() is not null)];

    [Fact]
    public void Every_route_names_its_permission_or_is_open_for_a_reason() => All
        .Where(e => e.Metadata.GetMetadata<Permission>() is null)
        .Select(e => e.RoutePattern.RawText)
        .Where(address => !Open.ContainsKey(address!) && !address!.StartsWith("{*path:nonfile:", StringComparison.Ordinal))
        .ShouldBeEmpty();

    [Fact]
    public void Whatever_is_of_the_api_names_a_permission() => Api
        .Select(e => e.RoutePattern.RawText!)
        .ShouldAllBe(address => address.StartsWith("/api/", StringComparison.Ordinal));

    [Fact]
    public void Every_route_has_an_operation_id_of_its_own()
    {
        Api.Where(e => e.Metadata.GetMetadata<IEndpointNameMetadata>() is null).Select(e => e.DisplayName).ShouldBeEmpty();
        Api.Select(e => e.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName).ShouldBeUnique();
    }

    [Fact]
    public async Task The_frameworks_list_of_endpoints_is_there_for_nobody()
    {
        All.ShouldNotContain(e => e.RoutePattern.RawText!.Contains("_test_url_cache_", StringComparison.Ordinal));
        await server.CreateClient().When(Get("/api/_test_url_cache_")).Refuses(404, "not-found");
        (await server.CreateClient().GetStringAsync("/_test_url_cache_")).ShouldNotContain("Endpoint|");
    }

    [Fact]
    public void Permissions_have_names_of_their_own() => Permission.All.Select(p => p.Name).ShouldBeUnique();

    [Fact]
    public async Task The_committed_description_is_the_programs()
    {
        var committed = ApiDescription.File;
        var current = await server.CreateClient().GetStringAsync(Document) + "\n";
        if (Repository.UpdatesSnapshots)
        {
            await File.WriteAllTextAsync(committed, current);
        }

        var before = JsonNode.Parse(await File.ReadAllTextAsync(committed));
        JsonNode.DeepEquals(before, JsonNode.Parse(current)).ShouldBeTrue(
            $"The API differs from tests/Server.Tests/openapi.json ({FirstDifference(before, JsonNode.Parse(current), "")}). Run the tests with UPDATE_SNAPSHOTS=1 and commit the file.");
    }

    [Fact]
    public void The_description_says_what_each_operation_does_and_what_each_parameter_is()
    {
        var operations = ApiDescription.OperationsOf(ApiDescription.Read()).ToList();
        var parameters =
            from operation in operations
            from parameter in operation.Description["parameters"]?.AsArray() ?? []
            where IsUnsaid(parameter!["description"])
            select $"{operation.Id} {parameter["name"]}";

        operations.Where(operation => IsUnsaid(operation.Description["summary"])).Select(operation => operation.Id).Concat(parameters)
            .ShouldBeEmpty("the comment on the endpoint, or on the property of its request, is what is said");

        static bool IsUnsaid(JsonNode? said) => string.IsNullOrWhiteSpace((string?)said);
    }

    [Fact]
    public async Task The_pages_of_the_description_are_served()
    {
        using var page = await server.CreateClient().GetAsync("/swagger/index.html");

        page.IsSuccessStatusCode.ShouldBeTrue();
        page.Headers.GetValues("Content-Security-Policy").ShouldBe([Server.Http.ContentPolicy.Swagger.Value], "under that of the screens Swagger shows nothing");
    }

    private static string? FirstDifference(JsonNode? before, JsonNode? after, string path) => (before, after) switch
    {
        (JsonObject b, JsonObject a) => a.Select(p => p.Key).Union(b.Select(p => p.Key), StringComparer.Ordinal)
            .Select(key => FirstDifference(b[key], a[key], $"{path}/{key}"))
            .FirstOrDefault(d => d is not null),
        _ => JsonNode.DeepEquals(before, after) ? null : path,
    };
}
