using System.Net;
using Microsoft.AspNetCore.Hosting;
using SecurityTracker.Domain;
using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests.Catalogue;

/// <summary>An organisation drafts and publishes only so many editions in a day, alone or with many at once.</summary>
public sealed class EditionLimitsTests(EditionLimitsTests.Frugal server) : IClassFixture<EditionLimitsTests.Frugal>
{
    [Fact]
    public async Task Over_the_limit_nothing_is_drafted_or_published_until_the_next_day()
    {
        var (client, officer) = (server.CreateClient(), server.As(Role.SUPERVISING_OFFICER));
        var drafts = await Task.WhenAll(Enumerable.Range(0, 6).Select(async i => await client.When(Post("/api/edition-drafts", (await client.Draft($"ED-{i}")).ToJsonString()))));
        drafts.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(3);
        var problem = await Task.FromResult(drafts.First(answer => answer.StatusCode != HttpStatusCode.Created)).Refuses(429, "too-many-edition-drafts");
        problem["messages"]!["ja"]!.GetValue<string>().ShouldContain("3件");

        var addresses = drafts.Where(answer => answer.StatusCode == HttpStatusCode.Created).Select(answer => answer.Headers.Location!.ToString()).ToList();
        await client.Having(seen: 1).When(Post(addresses[0] + "/publish")).Written(HttpStatusCode.Created);
        await client.Having(seen: 1).When(Post(addresses[1] + "/publish")).Written(HttpStatusCode.Created);
        await client.Having(seen: 1).When(Post(addresses[2] + "/publish")).Refuses(429, "too-many-editions-published");
        (await client.GetAsync(addresses[2]).Json())["publishedAs"].ShouldBeNull();
        (await officer.Publish("ED-OFFICE")).ShouldBe("ED-OFFICE", "each organisation is counted by itself");

        server.Clock.Now = server.Clock.Now.AddHours(24);
        await client.Having(seen: 1).When(Post(addresses[2] + "/publish")).Written(HttpStatusCode.Created);
        await client.When(Post("/api/edition-drafts", (await client.Draft("ED-9")).ToJsonString())).Written(HttpStatusCode.Created);
    }

    /// <summary>A server that lets little be published.</summary>
    public sealed class Frugal : TestServer
    {
        protected override void Configure(IWebHostBuilder host)
        {
            host.UseSetting("EditionLimits:Drafts", "3");
            host.UseSetting("EditionLimits:Publications", "2");
        }
    }
}
