using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.ServerTests.Contracts;

namespace SecurityTracker.ServerTests.Fuzz;

/// <summary>The first and the last day that there are: whatever is asked by days answers them, or says what is wrong with them.</summary>
public sealed class EndsOfTimeTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task No_query_by_days_fails_on_the_first_or_the_last_day()
    {
        var contract = (await server.CreateClient().Register()).Id;
        var paths = JsonNode.Parse(await server.CreateClient().GetStringAsync("/swagger/v1/swagger.json"))!["paths"]!.AsObject();
        var asked = (from path in paths
                     where path.Value!["get"] is not null
                     from parameter in path.Value["get"]!["parameters"]?.AsArray() ?? []
                     where parameter!["in"]!.ToString() == "query" && parameter["schema"]?["format"]?.ToString() == "date"
                     from day in new[] { "0001-01-01", "9999-12-31" }
                     select $"{Filled(path.Key, contract)}?{parameter["name"]}={day}").ToList();
        asked.Count.ShouldBeGreaterThan(6);
        var failed = new List<string>();
        foreach (var client in new[] { server.CreateClient(), server.As(Role.SUPERVISING_OFFICER), server.As(Role.SECTION_HEAD) })
        {
            foreach (var address in asked)
            {
                using var answer = await client.GetAsync(address);
                if ((int)answer.StatusCode >= 500)
                {
                    failed.Add($"{address}: {(int)answer.StatusCode}");
                }
            }
        }

        failed.ShouldBeEmpty();
    }

    private static string Filled(string path, Guid contract) => string.Join('/', path.Split('/').Select(part => part switch
    {
        "{number}" => "5",
        "{sectionId}" => $"{Server.Access.FirstOrganisations.SectionId}",
        _ when part.Contains("{extension}", StringComparison.Ordinal) => part.Replace("{extension}", "xlsx", StringComparison.Ordinal),
        _ when part.StartsWith('{') => $"{contract}",
        _ => part,
    }));
}
