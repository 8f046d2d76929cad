using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using SecurityTracker.Domain;

namespace SecurityTracker.ServerTests.Frame;

public sealed class RateLimitsTests(RateLimitsTests.Narrow server) : IClassFixture<RateLimitsTests.Narrow>
{
    [Fact]
    public async Task Beyond_the_limit_a_person_is_asked_to_wait_and_others_are_not()
    {
        var client = server.CreateClient();
        for (var i = 0; i < Narrow.Permitted; i++)
        {
            await Import(client).Refuses(422, "annex-not-found");
        }

        using var answer = await Import(client);
        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        int.Parse(answer.Headers.GetValues("Retry-After").Single(), System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(1, 60);
        await Import(client).Refuses(429, "too-many-requests");

        await Import(server.As(Role.SUPERVISING_OFFICER)).Refuses(422, "annex-not-found");
        await client.GetAsync("/api/editions").Json();
    }

    private static Task<HttpResponseMessage> Import(HttpClient client) =>
        client.PostAsync("/api/annex-imports", new StringContent("ただの文です。", Encoding.UTF8, "text/plain"));

    /// <summary>A server that takes few imports.</summary>
    public sealed class Narrow : TestServer
    {
        public const int Permitted = 3;

        protected override void Configure(IWebHostBuilder host)
        {
            base.Configure(host);
            host.UseSetting("RateLimits:Imports", $"{Permitted}");
        }
    }
}
