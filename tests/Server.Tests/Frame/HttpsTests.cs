using System.Net;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.SignIn;
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

    [Theory]
    [InlineData("GET", "/api/session", 401)]
    [InlineData("GET", "/api/no-such-thing", 404)]
    [InlineData("DELETE", "/api/sign-in", 405)]
    [InlineData("POST", "/api/sign-in/password", 415)]
    [InlineData("GET", "/assets/no-such.js", 404)]
    [InlineData("GET", "/%EF%BF%BE", 400)]
    public async Task Failures_tell_them_too(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new(method), path) { Content = method == "POST" ? new StringContent("x") : null };
        using var answer = await Browser("https").SendAsync(request);

        ((int)answer.StatusCode).ShouldBe(status);
        answer.Headers.GetValues("Strict-Transport-Security").Single().ShouldBe("max-age=31536000");
    }

    [Fact]
    public void The_cookies_of_a_providers_answer_are_for_this_host_alone()
    {
        var options = server.Services.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get("office");

        foreach (var kept in (CookieBuilder[])[options.CorrelationCookie, options.NonceCookie])
        {
            var cookie = kept.Build(new DefaultHttpContext { Request = { Scheme = "https" } });
            kept.Name.ShouldStartWith("__Host-");
            (cookie.Secure, cookie.HttpOnly, cookie.SameSite, cookie.Path, cookie.Domain).ShouldBe((true, true, SameSiteMode.Lax, "/", null));
        }
    }

    [Fact]
    public async Task The_cookie_goes_over_https_alone_and_to_this_host_alone()
    {
        var mail = "over-https@example.jp";
        await server.Services.GetRequiredService<Enrolment>().Enrol(
            "情報　花子", mail, server.Services.GetRequiredService<Passwords>().Hash(SignInServer.Password),
            [new(FirstOrganisations.ContractorId, SectionId: null, Domain.Role.CONTRACTOR_OFFICER)], CancellationToken.None);
        var browser = Browser("https");

        using var answer = await browser.When(new SignInWithPasswordRequest(mail, SignInServer.Password));

        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldStartWith("__Host-session=");
        cookie.ShouldContain("secure");
        cookie.ShouldContain("path=/");
        cookie.ShouldNotContain("domain");
    }

    [Fact]
    public async Task Mail_of_development_is_not_there() => (await Ask("/dev/mail", "https")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

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
        protected override void Configure(IWebHostBuilder host)
        {
            host.UseEnvironment("Production");
            host.UseSetting("PublicUrl", "https://tracker.example.go.jp");
            host.UseSetting("Mail:Host", "127.0.0.1");
            host.UseSetting("Mail:From", "tracker@example.go.jp");
            host.UseSetting("SignIn:Providers:office:Name", "省の認証");
            host.UseSetting("SignIn:Providers:office:Authority", "https://id.example.go.jp");
            host.UseSetting("SignIn:Providers:office:ClientId", "tracker");
            host.UseSetting("SignIn:Providers:office:ClientSecret", "a secret of this test alone");
        }

        // What the verb migrate lays in, in production.
        protected override async Task<TestDatabase> CreateDatabase()
        {
            var database = await base.CreateDatabase();
            await using var before = new Migrated(database.ConnectionString);
            _ = before.Services;
            return database;
        }

        private sealed class Migrated(string database) : WebApplicationFactory<Program>
        {
            protected override void ConfigureWebHost(IWebHostBuilder builder)
            {
                builder.UseEnvironment("Development");
                builder.UseSetting("urls", "http://127.0.0.1:0");
                builder.UseSetting("ConnectionStrings:Database", database);
                builder.UseSetting("Keys:Secret", "the installation's secret, of this test server alone");
            }
        }
    }
}
