using System.Net.Http.Json;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SecurityTracker.Server;
using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests.Access.Providers;

/// <summary>Providers whose description cannot be had, or cannot be used.</summary>
public sealed class ProviderDownTests(ProviderDownTests.Unusable server) : IClassFixture<ProviderDownTests.Unusable>
{
    [Theory]
    [InlineData(Unusable.Nowhere, "Connection refused")]
    [InlineData("silent", "HttpClient.Timeout of 0.3 seconds")]
    [InlineData("slow", "HttpClient.Timeout of 0.3 seconds")]
    [InlineData("large", "maximum buffer size: 1048576")]
    [InlineData("erring", "/.well-known/openid-configuration answered 500")]
    [InlineData("redirecting", "/.well-known/openid-configuration answered 302")]
    [InlineData("not-json", "")]
    [InlineData("another", "it names another issuer than the configured one")]
    [InlineData("nameless", "it names another issuer than the configured one")]
    [InlineData("unsafe-page", "an address is missing, or is not https")]
    [InlineData("unsafe-keys", "http://elsewhere.example/jwks is not https")]
    [InlineData("keyless", "/keyless/none answered 404")]
    [InlineData("pushing", "it demands pushed authorization requests")]
    public async Task A_provider_that_does_not_answer_is_named_on_the_sign_in_screen(string kind, string reason)
    {
        using var client = server.CreateAnonymousClient();

        using var answer = await client.GetAsync($"/api/sign-in/providers/{kind}");

        answer.Headers.Location!.OriginalString.ShouldBe("/sign-in?failure=provider-unavailable");
        using var invited = new HttpRequestMessage(HttpMethod.Post, $"/api/sign-in/providers/{kind}") { Content = JsonContent.Create(new { token = "x" }), Headers = { { "Sec-Fetch-Site", "same-origin" } } };
        await client.SendAsync(invited).Refuses(503, "provider-unavailable");
        server.Redirected.ShouldBe(0);
        server.Log.Lines.ShouldContain(line =>
            line.StartsWith($"Nobody can go to the provider {kind}: its description cannot be had: ", StringComparison.Ordinal) && line.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_provider_that_answers_again_is_there_again()
    {
        using var visitor = new ProviderVisitor(server, "coming-back");
        using var early = await visitor.Get("/api/sign-in/providers/coming-back");
        early.Headers.Location!.OriginalString.ShouldBe("/sign-in?failure=provider-unavailable");

        server.IsBack = true;

        using var late = await visitor.Get("/api/sign-in/providers/coming-back");
        late.Headers.Location!.AbsolutePath.ShouldBe("/coming-back/authorize");
    }

    /// <summary>A server whose providers are of no use.</summary>
    public sealed class Unusable : TestServer, IAsyncLifetime
    {
        public const string Nowhere = "nowhere";

        /// <summary>What each of them answers, where it is asked for its description.</summary>
        public static readonly IReadOnlyDictionary<string, Func<HttpContext, string, Task>> Answers = new Dictionary<string, Func<HttpContext, string, Task>>(StringComparer.Ordinal)
        {
            ["silent"] = (context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted),
            ["slow"] = Slow,
            ["large"] = (context, issuer) => context.Response.WriteAsJsonAsync(new { issuer, padding = new string('x', 1_100_000) }),
            ["erring"] = (context, _) => Answer(context, StatusCodes.Status500InternalServerError),
            ["redirecting"] = (context, _) =>
            {
                context.Response.Redirect("/redirected");
                return Task.CompletedTask;
            },
            ["not-json"] = (context, _) => context.Response.WriteAsync("<html>"),
            ["another"] = (context, issuer) => context.Response.WriteAsJsonAsync(Description("https://elsewhere.example", issuer)),
            ["nameless"] = (context, issuer) => context.Response.WriteAsJsonAsync(Description(null, issuer)),
            ["unsafe-page"] = (context, issuer) => context.Response.WriteAsJsonAsync(Description(issuer, issuer, page: "http://elsewhere.example/authorize")),
            ["unsafe-keys"] = (context, issuer) => context.Response.WriteAsJsonAsync(Description(issuer, issuer, keys: "http://elsewhere.example/jwks")),
            ["keyless"] = (context, issuer) => context.Response.WriteAsJsonAsync(Description(issuer, issuer, keys: $"{issuer}/none")),
            ["pushing"] = (context, issuer) => context.Response.WriteAsJsonAsync(Description(issuer, issuer, pushed: true)),
        };

        private WebApplication? provider;

        public KeptLog Log { get; } = new();

        public int Redirected { get; private set; }

        public bool IsBack { get; set; }

        public new async Task InitializeAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            provider = builder.Build();
            provider.MapGet("/redirected", () => ++Redirected);
            provider.MapGet("/{kind}/jwks", () => Results.Json(new { keys = Array.Empty<object>() }));
            provider.MapGet("/{kind}/.well-known/openid-configuration", (string kind, HttpContext context) =>
                Answers.TryGetValue(kind, out var answer) ? answer(context, IssuerOf(kind))
                : IsBack ? context.Response.WriteAsJsonAsync(Description(IssuerOf(kind), IssuerOf(kind)))
                : Answer(context, StatusCodes.Status503ServiceUnavailable));
            await provider.StartAsync();
            await base.InitializeAsync();
        }

        public override async Task DisposeAsync()
        {
            await base.DisposeAsync();
            await provider!.DisposeAsync();
            Log.Dispose();
        }

        protected override void Configure(IWebHostBuilder host)
        {
            base.Configure(host);
            host.ConfigureLogging(log => log.AddProvider(Log));
            foreach (var kind in Answers.Keys.Append(Nowhere).Append("coming-back"))
            {
                host.UseSetting($"SignIn:Providers:{kind}:Authority", kind == Nowhere ? "http://127.0.0.1:9" : IssuerOf(kind));
                host.UseSetting($"SignIn:Providers:{kind}:ClientId", "securitytracker");
                host.UseSetting($"SignIn:Providers:{kind}:ClientSecret", "secret");
            }
        }

        protected override void Change(IServiceCollection services)
        {
            foreach (var kind in (string[])["silent", "slow"])
            {
                services.Configure<OpenIdConnectOptions>(kind, options => options.BackchannelTimeout = TimeSpan.FromMilliseconds(300));
            }
        }

        private static Task Answer(HttpContext context, int status)
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        }

        /// <summary>Says a little, and then ever a little more: what never ends is no answer either.</summary>
        private static async Task Slow(HttpContext context, string issuer)
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync(" ", context.RequestAborted);
                await Task.Delay(20, context.RequestAborted);
            }
        }

        private static object Description(string? issuer, string at, string? page = null, string? keys = null, bool pushed = false) => new
        {
            issuer, authorization_endpoint = page ?? $"{at}/authorize", token_endpoint = $"{at}/token", jwks_uri = keys ?? $"{at}/jwks", require_pushed_authorization_requests = pushed,
        };

        private string IssuerOf(string kind) => $"{provider!.Urls.First()}/{kind}";
    }
}
