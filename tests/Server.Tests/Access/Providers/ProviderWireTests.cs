using System.Web;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SecurityTracker.Server.SignIn.Providers;

namespace SecurityTracker.ServerTests.Access.Providers;

/// <summary>What goes to a provider, how often, and with which limits.</summary>
[Collection(Shared.Providers)]
public sealed class ProviderWireTests(ProviderServer server) : IAsyncLifetime
{
    public Task InitializeAsync() => server.Provider.Reset();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Keys_are_asked_for_once_then_once_anew_after_a_rotation_and_not_at_every_knock()
    {
        using var visitor = new ProviderVisitor(server);
        (await visitor.SignIn()).ShouldBe("/");
        var known = await server.Provider.Asked("/jwks");
        (await visitor.SignIn()).ShouldBe("/");
        (await server.Provider.Asked("/jwks")).ShouldBe(known);
        await server.Provider.Set(new { rotate = true });

        using var first = new ProviderVisitor(server);
        (await first.SignIn()).ShouldBe("/");
        (await server.Provider.Asked("/jwks")).ShouldBe(known + 1);

        await server.Provider.Set(new { token = "unknown-key" });
        using var forger = new ProviderVisitor(server);
        (await forger.SignIn()).ShouldBe("/sign-in?failure=provider-answer-wrong");
        (await forger.SignIn()).ShouldBe("/sign-in?failure=provider-answer-wrong");
        (await server.Provider.Asked("/jwks")).ShouldBe(known + 1);
    }

    [Fact]
    public async Task The_secret_goes_into_the_header_where_the_provider_wants_it_there()
    {
        using var visitor = new ProviderVisitor(server, ProviderServer.Basic);

        (await visitor.SignIn()).ShouldBe("/");
    }

    [Fact]
    public async Task The_browser_carries_state_nonce_and_challenge_and_no_verifier()
    {
        using var visitor = new ProviderVisitor(server);

        using var started = await visitor.Get("/api/sign-in/providers/peer");

        var sent = HttpUtility.ParseQueryString(started.Headers.Location!.Query);
        sent.AllKeys.ShouldBe(["client_id", "redirect_uri", "response_type", "scope", "code_challenge", "code_challenge_method", "nonce", "state"], ignoreOrder: true);
        (sent["response_type"], sent["code_challenge_method"]).ShouldBe(("code", "S256"));
        sent["scope"]!.Split(' ').ShouldBe(["openid", "profile", "email"], ignoreOrder: true);
        foreach (var cookie in started.Headers.GetValues("Set-Cookie"))
        {
            cookie.ShouldMatch("^(correlation|nonce)\\.");
            cookie.ShouldContain("; path=/; samesite=lax; httponly");
        }
    }

    [Fact]
    public async Task Someone_signed_in_here_is_asked_again_there()
    {
        using var visitor = new ProviderVisitor(server);
        await visitor.SignIn();

        using var started = await visitor.Get("/api/sign-in/providers/peer");

        var sent = HttpUtility.ParseQueryString(started.Headers.Location!.Query);
        (sent["prompt"], sent["max_age"]).ShouldBe(("login", "0"));
    }

    [Fact]
    public void Answers_have_limits_of_time_and_size()
    {
        var options = server.Services.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get(ProviderServer.Id);

        (options.Backchannel.Timeout, options.Backchannel.MaxResponseContentBufferSize).ShouldBe((ProviderBackchannel.Patience, ProviderBackchannel.LargestAnswer));
        options.TokenHandler.MaximumTokenSizeInBytes.ShouldBe(ProviderToken.Longest);
    }

    [Theory]
    [InlineData("https://elsewhere.example/", true)]
    [InlineData("http://127.0.0.1/", true)]
    [InlineData("http://elsewhere.example/", false)]
    [InlineData("ftp://127.0.0.1/", false)]
    [InlineData("file:///etc/passwd", false)]
    public void Nothing_but_https_is_spoken_outside_of_this_machine(string address, bool safe) => ProviderBackchannel.IsSafe(new(address)).ShouldBe(safe);
}
