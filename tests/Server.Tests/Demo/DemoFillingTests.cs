using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Domain;
using SecurityTracker.Server.Demo;

namespace SecurityTracker.ServerTests.Demo;

/// <summary>The made-up world is one that the rules accept, and it is made once.</summary>
public sealed class DemoFillingTests(TestServer server) : IClassFixture<TestServer>
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Fact]
    public async Task It_fills_an_empty_installation_once()
    {
        using var client = server.CreateAnonymousClient();
        // Reports stay drafts here: the files of finalised ones are the form's own tests.
        var world = new DemoImagination(Today).World();
        world = world with { Contracts = [.. world.Contracts.Select(c => c.Progress == DemoProgress.REPORTED ? c with { Progress = DemoProgress.RECORDED } : c)] };

        (await Fill(client, world)).ShouldNotBeNull().Count.ShouldBe(60);

        var seen = (await server.CreateClient().As(Role.CONTRACTOR_OFFICER).GetAsync("/api/contracts?limit=100").Json())["items"]!.AsArray();
        seen.Select(contract => contract!["stage"]!.GetValue<string>()).Distinct().Order().ShouldBe(["ACTIVE", "ENDED", "PREPARING", "TERMINATED"]);
        seen.Select(contract => contract!["editionCode"]!.GetValue<string>()).Distinct().Order().ShouldBe(["ED-A", "ED-B", "ED-C", "ED-D"]);
        (await Fill(client, world)).ShouldBeNull();
    }

    [Fact]
    public void It_is_the_same_world_on_the_same_day() =>
        System.Text.Json.JsonSerializer.Serialize(new DemoImagination(Today).World())
            .ShouldBe(System.Text.Json.JsonSerializer.Serialize(new DemoImagination(Today).World()));

    [Fact]
    public void It_has_three_offices_eight_contractors_and_sixty_contracts()
    {
        var world = new DemoImagination(Today).World();

        (world.Offices.Count, world.Contractors.Count, world.Contracts.Count).ShouldBe((3, 8, 60));
        world.Contracts.Select(contract => contract.Name).Distinct(StringComparer.Ordinal).Count().ShouldBe(60);
        world.Contracts.Count(contract => contract.Predecessor is not null).ShouldBe(6);
        world.Contracts.ShouldContain(contract => contract.Amendment != null);
    }

    private Task<IReadOnlyDictionary<int, Guid>?> Fill(HttpClient client, DemoWorld world) =>
        new DemoFilling(client, server.Services.GetRequiredService<DemoPeople>(), world, Today).Fill(CancellationToken.None);
}
