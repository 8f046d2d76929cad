using System.Web;
using SecurityTracker.Server.SignIn.Providers;

namespace SecurityTracker.ServerTests.Access.Providers;

/// <summary>What a broken or hostile provider, or whoever stands between, would send in place of the answer that is due.</summary>
[Collection(Shared.Providers)]
public sealed class ProviderAttacksTests(ProviderServer server) : IAsyncLifetime
{
    private const string Wrong = "/sign-in?failure=provider-answer-wrong";
    private const string TryAgain = "/sign-in?failure=provider-try-again";
    private const string Unavailable = "/sign-in?failure=provider-unavailable";

    public Task InitializeAsync() => server.Provider.Reset();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("as-it-is")]
    [InlineData("PS256")]
    [InlineData("ES256")]
    [InlineData("our-party")]
    public async Task What_holds_signs_in(string token)
    {
        await server.Provider.Set(new { token });
        using var visitor = new ProviderVisitor(server);

        (await visitor.SignIn()).ShouldBe("/");

        await visitor.Get("/api/session").Json();
    }

    [Theory]
    [InlineData("wrong-nonce")]
    [InlineData("no-nonce")]
    [InlineData("wrong-audience")]
    [InlineData("several-audiences")]
    [InlineData("another-party")]
    [InlineData("wrong-issuer")]
    [InlineData("expired")]
    [InlineData("endless")]
    [InlineData("from-the-future")]
    [InlineData("not-yet")]
    [InlineData("nobody")]
    [InlineData("unsigned")]
    [InlineData("signature-cut-off")]
    [InlineData("hmac")]
    [InlineData("hmac-with-the-secret")]
    [InlineData("unknown-key")]
    [InlineData("forged")]
    [InlineData("short-key")]
    [InlineData("tampered")]
    [InlineData("critical")]
    [InlineData("twice")]
    [InlineData("long")]
    [InlineData("not-a-token")]
    [InlineData("none")]
    public async Task What_does_not_hold_signs_nobody_in(string token)
    {
        await server.Provider.Set(new { token });
        using var visitor = new ProviderVisitor(server);

        (await visitor.SignIn()).ShouldBe(Wrong);

        await visitor.Get("/api/session").Refuses(401, "sign-in-required");
    }

    public static TheoryData<string, object?> OddClaims => new()
    {
        { "sub", 1 }, { "sub", new[] { "person-1" } }, { "sub", new string('x', 256) }, { "iss", null }, { "iss", new[] { "x" } }, { "aud", null }, { "aud", 1 }, { "aud", Array.Empty<string>() },
        { "azp", "another" }, { "exp", "tomorrow" }, { "exp", new { at = 1 } }, { "exp", -1 }, { "exp", 1e300 }, { "iat", null }, { "iat", "now" }, { "iat", 1e300 }, { "nbf", "now" }, { "nonce", 1 },
        { "nonce", new[] { "x" } }, { "at_hash", "another" },
    };

    [Theory]
    [MemberData(nameof(OddClaims))]
    public async Task A_claim_that_is_no_such_claim_signs_nobody_in(string name, object? value)
    {
        await server.Provider.Set(new { claims = new Dictionary<string, object?>(StringComparer.Ordinal) { [name] = value } });
        using var visitor = new ProviderVisitor(server);

        (await visitor.SignIn()).ShouldBe(Wrong);
    }

    [Theory]
    [InlineData("auth_time", "yesterday")]
    [InlineData("auth_time", 1e300)]
    [InlineData("amr", "mfa")]
    [InlineData("name", 1)]
    [InlineData("email", false)]
    public async Task What_a_token_says_beside_itself_in_no_sensible_way_is_passed_over(string name, object value)
    {
        await server.Provider.Set(new { person = "person-2", claims = new Dictionary<string, object?>(StringComparer.Ordinal) { [name] = value } });
        using var visitor = new ProviderVisitor(server);

        (await visitor.SignIn()).ShouldBe("/");

        (await visitor.Get("/api/session").Json())["next"]!.GetValue<string>().ShouldBe("ENROL_SECOND_FACTOR");
    }

    [Theory]
    [InlineData("large")]
    [InlineData("error")]
    [InlineData("not-json")]
    [InlineData("elsewhere")]
    public async Task A_token_endpoint_that_does_not_answer_as_it_should_is_unavailable(string answer)
    {
        await server.Provider.Set(new { answers = new Dictionary<string, string>(StringComparer.Ordinal) { ["/token"] = answer } });
        using var visitor = new ProviderVisitor(server);

        (await visitor.SignIn()).ShouldBe(Unavailable);

        (await server.Provider.Asked("/redirected")).ShouldBe(0, "the secret went along with a redirect");
    }

    [Fact]
    public async Task A_silent_token_endpoint_is_not_waited_for()
    {
        await server.Provider.Set(new { answers = new Dictionary<string, string>(StringComparer.Ordinal) { ["/token"] = "silent" } });
        using var visitor = new ProviderVisitor(server, ProviderServer.Hasty);

        (await visitor.SignIn()).ShouldBe(Unavailable);
    }

    [Fact]
    public async Task A_state_is_good_once_and_a_code_too()
    {
        using var visitor = new ProviderVisitor(server);
        var answer = await visitor.GoThere();
        var (spent, next) = (HttpUtility.ParseQueryString(answer.Query)["code"], await visitor.GoThere());
        (await visitor.Follow(answer)).ShouldBe("/");
        await visitor.Send(HttpMethod.Delete, "/api/session");

        (await visitor.Follow(answer)).ShouldBe(TryAgain);
        (await visitor.Follow(With(next, "code", spent!))).ShouldBe(Unavailable);

        await visitor.Get("/api/session").Refuses(401, "sign-in-required");
    }

    [Fact]
    public async Task A_code_that_was_given_to_another_browser_is_not_taken()
    {
        using var attacker = new ProviderVisitor(server);
        using var victim = new ProviderVisitor(server);
        var (stolen, own) = (await attacker.GoThere(), await victim.GoThere());

        (await victim.Follow(With(own, "code", HttpUtility.ParseQueryString(stolen.Query)["code"]!))).ShouldBe(Unavailable, "PKCE binds a code to who asked for it");
    }

    [Fact]
    public async Task A_state_that_was_changed_or_is_another_providers_is_not_taken()
    {
        using var visitor = new ProviderVisitor(server);
        using var elsewhere = new ProviderVisitor(server, ProviderServer.Basic);
        var (answer, other) = (await visitor.GoThere(), await elsewhere.GoThere());

        (await visitor.Follow(With(answer, "state", "x"))).ShouldBe(TryAgain);
        (await elsewhere.Follow(new UriBuilder(other) { Path = $"{ProviderSchemes.Callback}{ProviderServer.Id}" }.Uri)).ShouldBe(TryAgain);
    }

    [Fact]
    public async Task Another_providers_answer_costs_no_code()
    {
        using var visitor = new ProviderVisitor(server);
        var (answer, asked) = (await visitor.GoThere(), await server.Provider.Asked("/token"));

        (await visitor.Follow(With(answer, "iss", "https://elsewhere.example"))).ShouldBe(Wrong);

        (await server.Provider.Asked("/token")).ShouldBe(asked);
    }

    [Fact]
    public async Task An_error_of_the_providers_page_is_no_wrong_answer_and_its_words_are_not_kept()
    {
        await server.Provider.Set(new { token = "error" });
        using var visitor = new ProviderVisitor(server);

        (await visitor.SignIn()).ShouldBe(TryAgain);

        server.Log.Lines.ShouldNotContain(line => line.Contains("words of the provider", StringComparison.Ordinal));
    }

    /// <summary>Where the reason is ours, the framework would have taken the token.</summary>
    [Theory]
    [InlineData("unsigned", "it is not signed")]
    [InlineData("signature-cut-off", "it is not signed")]
    [InlineData("several-audiences", "it was issued to another party")]
    [InlineData("from-the-future", "it was issued in the future")]
    [InlineData("critical", "its header demands an extension that is not understood")]
    [InlineData("nobody", "it names nobody")]
    [InlineData("short-key", "SecurityTokenInvalidSigningKeyException IDX10232")]
    [InlineData("forged", "SecurityTokenInvalidSignatureException IDX10511")]
    public async Task The_log_says_why_and_holds_nothing_of_a_token(string token, string reason)
    {
        await server.Provider.Set(new { token });
        using var visitor = new ProviderVisitor(server);

        await visitor.SignIn();

        server.Log.Lines.Last(line => line.StartsWith("Nobody came in", StringComparison.Ordinal)).TrimEnd()
            .ShouldBe($"Nobody came in from the provider peer: provider-answer-wrong, because {reason}");
        server.Log.Lines.ShouldNotContain(line => line.Contains("eyJ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/signin-oidc")]
    [InlineData("/signout-oidc")]
    [InlineData("/signout-callback-oidc")]
    public async Task The_frameworks_own_paths_are_no_others_than_any(string path)
    {
        using var client = server.CreateAnonymousClient();
        using var answer = await client.GetAsync(path);
        using var any = await client.GetAsync("/any-other");

        (answer.StatusCode, await answer.Content.ReadAsStringAsync()).ShouldBe((any.StatusCode, await any.Content.ReadAsStringAsync()));
    }

    private static Uri With(Uri address, string name, string value)
    {
        var query = HttpUtility.ParseQueryString(address.Query);
        query[name] = value;
        return new UriBuilder(address) { Query = query.ToString() }.Uri;
    }
}
