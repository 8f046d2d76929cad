using System.Net;
using Microsoft.AspNetCore.Hosting;

namespace SecurityTracker.ServerTests.Frame;

public sealed class ScreensTests : IClassFixture<ScreensTests.ServerWithScreens>
{
    private readonly HttpClient client;

    public ScreensTests(ServerWithScreens server) => client = server.CreateClient();

    [Theory]
    [InlineData("/")]
    [InlineData("/contracts/01920000-0000-7000-8000-000000000001/report")]
    public async Task Every_address_of_a_screen_is_the_one_page(string address)
    {
        using var page = await client.GetAsync(address);

        (await page.Content.ReadAsStringAsync()).ShouldBe("page ");
        page.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        page.Headers.CacheControl!.NoCache.ShouldBeTrue();
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("script-src 'self'");
    }

    /// <summary>A path is decoded once: what is left encoded in it is a name like any other, and not decoded again.</summary>
    [Theory]
    [InlineData("/%2500")]
    [InlineData("/api/%2500%25s%25n/parts?%C0%80")]
    [InlineData("/assets/%252e%252e/%2500.js")]
    [InlineData("/%25C0%2580")]
    public async Task What_is_encoded_twice_is_no_fault(string address)
    {
        using var answer = await client.GetAsync(address);

        ((int)answer.StatusCode).ShouldBeLessThan(500);
    }

    [Fact]
    public async Task A_file_with_its_hash_in_its_name_is_kept_for_ever()
    {
        using var file = await client.GetAsync("/assets/index-abc123.js");

        file.StatusCode.ShouldBe(HttpStatusCode.OK);
        file.Headers.CacheControl!.ToString().ShouldContain("immutable");
    }

    [Theory]
    [InlineData("/assets/large-abc123.js", "text/javascript", "br", "gzip, deflate, br, zstd")]
    [InlineData("/assets/large-abc123.js", "text/javascript", "gzip", "gzip")]
    [InlineData("/assets/large-abc123.js", "text/javascript", "gzip", "br;q=0, GZIP")]
    [InlineData("/assets/large-abc123.js", "text/javascript", null, "identity")]
    [InlineData("/assets/large-abc123.js", "text/javascript", null, ";;,")]
    [InlineData("/assets/large-abc123.js", "text/javascript", null, null)]
    [InlineData("/contracts", "text/html", "br", "br")]
    [InlineData("/contracts", "text/html", null, null)]
    public async Task A_file_comes_in_the_form_that_the_build_left_and_the_browser_understands(string address, string type, string? sent, string? understood)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", understood);
        using var file = await client.SendAsync(request);

        file.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        file.Content.Headers.ContentEncoding.ShouldBe(sent is null ? [] : [sent]);
        file.Headers.Vary.ShouldBe(["Accept-Encoding"]);
        (await file.Content.ReadAsStringAsync()).ShouldBe(address == "/contracts" ? $"page {sent}" : $"script {sent}");
    }

    [Theory]
    [InlineData("/assets/large-abc123.js.br")]
    [InlineData("/assets/large-abc123.js.GZ")]
    [InlineData("/assets/gone.js")]
    [InlineData("/../Server.Tests.csproj")]
    [InlineData("/%2e%2e/secret.txt")]
    public async Task What_is_not_there_is_not_a_page(string address) =>
        (await client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Theory]
    [InlineData("/api/nothing")]
    [InlineData("/api/nothing.json")]
    public Task The_api_has_no_pages(string address) => client.When(Get(address)).Refuses(404, "not-found");

    public sealed class ServerWithScreens : TestServer
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("screens");

        protected override void Configure(IWebHostBuilder host)
        {
            folder.CreateSubdirectory("assets");
            foreach (var (ending, encoding) in new[] { ("", ""), (".br", "br"), (".gz", "gzip") })
            {
                File.WriteAllText(Path.Combine(folder.FullName, $"index.html{ending}"), $"page {encoding}");
                File.WriteAllText(Path.Combine(folder.FullName, "assets", $"large-abc123.js{ending}"), $"script {encoding}");
            }

            File.WriteAllText(Path.Combine(folder.FullName, "assets", "index-abc123.js"), "export {};");
            host.UseSetting("Web:Directory", folder.FullName);
        }

        public override async Task DisposeAsync()
        {
            await base.DisposeAsync();
            folder.Delete(recursive: true);
        }
    }
}
