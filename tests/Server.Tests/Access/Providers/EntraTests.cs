using System.Web;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SecurityTracker.Server.SignIn.Providers;

namespace SecurityTracker.ServerTests.Access.Providers;

/// <summary>
/// Signing in with Entra ID as in production, settings and addresses included: below the packages, where a request leaves the machine, login.microsoftonline.com is
/// the provider on loopback. Microsoft's own servers are not asked here.
/// </summary>
public sealed class EntraTests(EntraServer server) : IClassFixture<EntraServer>, IAsyncLifetime
{
    private const string Own = "{own}";
    private const string Another = "72f988bf-86f1-41af-91ab-2d7cd011db47";

    public async Task InitializeAsync()
    {
        await server.Provider.Reset();
        await server.Says();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Someone_of_the_tenant_is_signed_in()
    {
        using var visitor = server.Visitor();

        (await visitor.SignIn("/contracts")).ShouldBe("/contracts");

        var session = await visitor.Get("/api/session").Json();
        (session["person"]!["id"]!.GetValue<Guid>(), session["method"]!.GetValue<string>()).ShouldBe((ProviderServer.Officer, "OIDC"));
    }

    [Fact]
    public async Task The_browser_is_sent_to_the_tenant_for_a_code()
    {
        using var visitor = server.Visitor();

        using var started = await visitor.Get("/api/sign-in/providers/entra");

        started.Headers.Location!.AbsoluteUri.ShouldStartWith($"https://login.microsoftonline.com/{server.Tenant}/v2.0/auth?");
        var sent = HttpUtility.ParseQueryString(started.Headers.Location.Query);
        (sent["response_type"], sent["response_mode"], sent["code_challenge_method"], sent["redirect_uri"]).ShouldBe(("code", null, "S256", "http://localhost/sign-in/callback/entra"));
        sent["nonce"].ShouldNotBeNull();
        sent["scope"]!.Split(' ').ShouldBe(["openid", "profile", "email"], ignoreOrder: true);
    }

    /// <summary>Microsoft signs the tokens of all tenants with the same keys: a signature alone says nothing.</summary>
    [Theory]
    [InlineData($"https://login.microsoftonline.com/{Another}/v2.0", Another)]
    [InlineData($"https://login.microsoftonline.com/{Another}/v2.0", Own)]
    [InlineData($"https://login.microsoftonline.com/common/v2.0", Own)]
    [InlineData($"https://login.microsoftonline.com/organizations/v2.0", Another)]
    [InlineData("https://login.microsoftonline.com/{tenantid}/v2.0", Own)]
    [InlineData($"https://login.microsoftonline.com/{Own}", Own)]
    [InlineData($"https://sts.windows.net/{Own}/", Own)]
    [InlineData($"https://sts.windows.net/{Another}/", Another)]
    [InlineData($"https://elsewhere.example/{Own}/v2.0", Own)]
    public async Task An_issuer_of_another_tenant_signs_nobody_in(string issuer, string tenant)
    {
        await server.Says(("iss", issuer.Replace(Own, server.Tenant, StringComparison.Ordinal)), ("tid", tenant.Replace(Own, server.Tenant, StringComparison.Ordinal)));
        using var visitor = server.Visitor();

        (await visitor.SignIn()).ShouldBe("/sign-in?failure=provider-answer-wrong");

        await visitor.Get("/api/session").Refuses(401, "sign-in-required");
        server.Log.Lines.Last(line => line.StartsWith("Nobody came in", StringComparison.Ordinal)).ShouldMatch("SecurityTokenInvalidIssuerException|another issuer");
    }

    [Theory]
    [InlineData("wrong-nonce")]
    [InlineData("wrong-audience")]
    [InlineData("several-audiences")]
    [InlineData("from-the-future")]
    [InlineData("expired")]
    [InlineData("unsigned")]
    [InlineData("signature-cut-off")]
    [InlineData("hmac-with-the-secret")]
    [InlineData("short-key")]
    [InlineData("critical")]
    [InlineData("forged")]
    public async Task What_does_not_hold_signs_nobody_in(string token)
    {
        await server.Provider.Set(new { token });
        using var visitor = server.Visitor();

        (await visitor.SignIn()).ShouldBe("/sign-in?failure=provider-answer-wrong");
    }

    [Theory]
    [InlineData("mfa", "DONE")]
    [InlineData("pwd", "ENROL_SECOND_FACTOR")]
    public async Task A_second_factor_counts_where_the_token_says_so(string method, string next)
    {
        await server.Provider.Set(new { person = "person-2", methods = (string[])[method] });
        using var visitor = server.Visitor();

        await visitor.SignIn();

        (await visitor.Get("/api/session").Json())["next"]!.GetValue<string>().ShouldBe(next);
    }

    [Theory]
    [InlineData(3600, false)]
    [InlineData(1, true)]
    public async Task A_proof_is_as_old_as_the_token_says(int provedAgo, bool recent)
    {
        await server.Provider.Set(new { provedAgo });
        using var visitor = server.Visitor();

        await visitor.SignIn();

        ((await visitor.Get("/api/session").Json())["reauthenticatedUntil"] is not null).ShouldBe(recent);
    }

    [Fact]
    public void What_looks_for_issuers_has_the_same_limits()
    {
        using var client = server.Services.GetRequiredService<IHttpClientFactory>().CreateClient(ProviderBackchannel.ClientName);

        (client.Timeout, client.MaxResponseContentBufferSize).ShouldBe((ProviderBackchannel.Patience, ProviderBackchannel.LargestAnswer));
        var options = server.Services.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get(EntraServer.Id);
        options.TokenValidationParameters.IssuerValidator.ShouldNotBeNull("Microsoft.Identity.Web brings the scheme").Method.DeclaringType!.Name.ShouldBe("AadIssuerValidator");
        options.SignInScheme.ShouldBeNull("its cookies are not used");
    }
}
