using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Access.SignIn;
using SecurityTracker.ServerTests.SignIn;

namespace SecurityTracker.ServerTests.Frame;

/// <summary>The program behind a proxy that speaks https for it.</summary>
public sealed class HttpsTests(HttpsTests.BehindProxy server) : IClassFixture<HttpsTests.BehindProxy>
{
    [Fact]
    public async Task Plain_http_is_not_answered()
    {
        using var answer = await Ask("/api/sign-in", "http");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("not-over-https");
        answer.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
    }

    [Fact]
    public async Task Whoever_watches_the_process_needs_no_https() => (await Ask("/health/live", "http")).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task Over_https_browsers_are_told_to_keep_to_it()
    {
        using var answer = await Ask("/api/sign-in", "https");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("Strict-Transport-Security").Single().ShouldBe("max-age=31536000");
    }

    [Fact]
    public async Task The_cookie_goes_over_https_alone_and_to_this_host_alone()
    {
        var mail = "over-https@example.jp";
        await server.Services.GetRequiredService<Enrolment>().Enrol(
            "情報　花子", mail, server.Services.GetRequiredService<Passwords>().Hash(SignInServer.Password),
            [new(FirstOrganisations.ContractorId, SectionId: null, Domain.Role.CONTRACTOR_OFFICER)], CancellationToken.None);
        var browser = Browser("https");

        using var answer = await browser.PostAct("/api/sign-in/password", new { mail, password = SignInServer.Password });

        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldStartWith("__Host-session=");
        cookie.ShouldContain("secure");
        cookie.ShouldContain("path=/");
        cookie.ShouldNotContain("domain");
    }

    [Fact]
    public async Task Another_host_is_not_answered()
    {
        var browser = Browser("https");
        browser.DefaultRequestHeaders.Host = "rebound.example";

        (await browser.GetAsync("/api/sign-in")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private Task<HttpResponseMessage> Ask(string path, string scheme) => Browser(scheme).GetAsync(path);

    private HttpClient Browser(string scheme)
    {
        var browser = server.CreateAnonymousClient();
        browser.DefaultRequestHeaders.Host = "tracker.example.go.jp";
        browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return browser;
    }

    /// <summary>A server that people reach over https.</summary>
    public sealed class BehindProxy : TestServer
    {
        protected override void Configure(IWebHostBuilder host) => host.UseSetting("PublicUrl", "https://tracker.example.go.jp");
    }
}
