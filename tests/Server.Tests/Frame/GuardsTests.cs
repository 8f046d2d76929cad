using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Postgres;

namespace SecurityTracker.ServerTests.Frame;

/// <summary>What guards a request hangs on its route and not on the letters of its address; a route that says nothing is closed.</summary>
public sealed class GuardsTests(GuardsTests.ForgetfulServer server) : IClassFixture<GuardsTests.ForgetfulServer>
{
    [Theory]
    [InlineData("/api/sign-in/password")]
    [InlineData("/API/sign-in/password")]
    [InlineData("/api/Sign-In/PASSWORD/")]
    public async Task Guesses_at_passwords_are_limited_however_the_address_is_spelt(string address)
    {
        var browser = server.CreateAnonymousClient();
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i <= ForgetfulServer.Permitted; i++)
        {
            using var answer = await browser.When(Post(address, new { mail = "somebody@example.jp", password = "guess" }));
            answers.Add(answer.StatusCode);
        }

        answers[^1].ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData("/API/organisations")]
    [InlineData("/api/Organisations/")]
    public async Task Pages_of_other_sites_cannot_act_however_the_address_is_spelt(string address)
    {
        var client = server.CreateClient();
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        await client.When(Post(address, new { kind = "CONTRACTOR", name = "x" })).Refuses(403, "cross-site");
    }

    [Fact]
    public async Task One_request_under_two_spellings_is_done_once()
    {
        var client = server.CreateClient();
        var body = new { kind = "CONTRACTOR", name = "二度書き" };

        var first = await client.When(Post("/api/organisations", body).Under("spelt")).Written(HttpStatusCode.Created);
        var second = await client.When(Post("/API/Organisations/", body).Under("spelt")).Written(HttpStatusCode.Created);

        second.ShouldBe(first);
    }

    [Fact]
    public async Task A_refusal_is_noted_however_the_address_is_spelt()
    {
        await server.As(Role.AUDITOR).When(Get("/API/Audit-Events/")).Refuses(403, "not-permitted");

        await using var command = server.Database.CreateCommand("SELECT count(*) FROM audit_events WHERE role = 'AUDITOR' AND route = 'GET /api/audit-events' AND status = 403");
        (await command.ExecuteScalarAsync()).ShouldBe(1L);
    }

    [Fact]
    public async Task An_act_that_wants_a_recent_sign_in_wants_it_however_the_address_is_spelt()
    {
        var client = server.CreateClient();
        client.DefaultRequestHeaders.Add("Cookie", $"session={await server.People.KeyOf(TestPeople.IdOf(Role.CONTRACTOR_OFFICER), membershipId: null, CancellationToken.None)}");
        server.Clock.Now += TimeSpan.FromMinutes(20);

        await client.When(Post("/API/account/totp/")).Refuses(403, "re-authentication-required");
    }

    [Theory]
    [InlineData("/forgotten")]
    [InlineData("/api/forgotten")]
    public async Task A_route_that_names_no_permission_is_closed_to_everyone(string address)
    {
        await server.As(Role.ADMINISTRATOR).When(Get(address)).Refuses(403, "not-permitted");
        await server.CreateAnonymousClient().When(Get(address)).Refuses(403, "not-permitted");
    }

    [Fact]
    public async Task Who_was_not_identified_is_no_actor()
    {
        // Open, and asks who acts all the same: a defect, and not an act of nobody's.
        await server.CreateAnonymousClient().When(Get("/open")).Refuses(500, "unexpected");
        await server.CreateClient().When(Get("/open")).Refuses(500, "unexpected");
    }

    [Fact]
    public void A_start_with_such_a_route_fails_and_names_it()
    {
        var app = WebApplication.CreateBuilder().Build();
        app.MapGet("/open", () => "open").AllowAnonymous();
        app.MapGet("/api/closed", () => "closed").Requires(Permission.ReadContracts);
        app.RefuseUndeclaredRoutes();
        app.MapGet("/api/forgotten/{id:guid}", () => "forgotten");
        app.MapGet("/api/undecided", () => "undecided").Requires(Permission.ReadContracts).AllowAnonymous();

        var refused = Should.Throw<StartRefusedException>(app.RefuseUndeclaredRoutes).Message;

        refused.ShouldContain("/api/forgotten/{id:guid}");
        refused.ShouldContain("/api/undecided");
        refused.ShouldNotContain("/open");
        refused.ShouldNotContain("/api/closed");
    }

    /// <summary>The whole program, to which somebody added routes after its start had looked at them.</summary>
    public sealed class ForgetfulServer : TestServer
    {
        public const int Permitted = 5;

        protected override void Configure(IWebHostBuilder host) => host.UseSetting("RateLimits:SignIn", $"{Permitted}");

        protected override void Change(IServiceCollection services) => services.AddSingleton<IStartupFilter>(new LateRoutes());
    }

    // The framework leaves an endpoint that is there already: this is one that the start never saw.
    private sealed class LateRoutes : IStartupFilter
    {
        private static readonly RequestDelegate WhoActs = context => context.Response.WriteAsync($"{context.RequestServices.GetRequiredService<Actor>()}");

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.SetEndpoint(context.Request.Path.Value switch
                {
                    "/forgotten" or "/api/forgotten" => Route(context.Request.Path.Value).Build(),
                    "/open" => Route("/open", new AllowAnonymousAttribute()).Build(),
                    _ => null,
                });
                return rest(context);
            });
            next(app);
        };

        private static RouteEndpointBuilder Route(string pattern, params object[] metadata)
        {
            var route = new RouteEndpointBuilder(WhoActs, RoutePatternFactory.Parse(pattern), order: 0);
            Array.ForEach(metadata, route.Metadata.Add);
            return route;
        }
    }
}
