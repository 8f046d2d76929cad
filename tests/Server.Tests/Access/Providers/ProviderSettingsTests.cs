using Microsoft.Extensions.Configuration;
using SecurityTracker.Server.Postgres;
using SecurityTracker.Server.SignIn.Providers;

namespace SecurityTracker.ServerTests.Access.Providers;

/// <summary>What an administrator writes, and what stops the start.</summary>
public sealed class ProviderSettingsTests
{
    private const string Tenant = "6f1e8f1a-4e0b-4f0d-9d3a-0d1c2b3a4f50";

    private static readonly (string, string)[] Client = [("ClientId", "tracker"), ("ClientSecret", "secret")];

    [Fact]
    public void Entra_is_one_tenant()
    {
        var read = Read("entra", [("Kind", "entra"), ("TenantId", Tenant.ToUpperInvariant()), ("Name", "例示省アカウント"), ("SecondFactor", "true"), .. Client]);

        read.ShouldBe(new("entra", "例示省アカウント", Guid.Parse(Tenant), $"https://login.microsoftonline.com/{Tenant}/v2.0", "tracker", "secret", ProviderSettings.Post, SecondFactor: true));
    }

    [Fact]
    public void Any_other_is_its_issuer() =>
        Read("gbizid", [("Authority", "https://gbiz-id.go.jp/oauth/"), ("ClientAuthentication", "client_secret_basic"), .. Client])
            .ShouldBe(new("gbizid", "gbizid", Tenant: null, "https://gbiz-id.go.jp/oauth/", "tracker", "secret", ProviderSettings.Basic, SecondFactor: false));

    [Theory]
    [InlineData("Kind=saml", "SignIn:Providers:x:Kind is neither entra nor openid.")]
    [InlineData("", "SignIn:Providers:x:Authority is missing")]
    [InlineData("Kind=entra", "SignIn:Providers:x:TenantId is missing")]
    [InlineData("Kind=entra;TenantId=common", "SignIn:Providers:x:TenantId is not the id of one directory")]
    [InlineData("Kind=entra;TenantId=organizations", "SignIn:Providers:x:TenantId is not the id of one directory")]
    [InlineData("Kind=entra;TenantId=example.onmicrosoft.com", "SignIn:Providers:x:TenantId is not the id of one directory")]
    [InlineData($"Kind=entra;TenantId={Tenant};Authority=https://login.microsoftonline.com/{Tenant}/v2.0", "SignIn:Providers:x:Authority is not for Kind entra")]
    [InlineData("Authority=http://id.example.go.jp", "SignIn:Providers:x:Authority is not an https address.")]
    [InlineData("Authority=ftp://127.0.0.1", "SignIn:Providers:x:Authority is not an https address.")]
    [InlineData("Authority=id.example.go.jp", "SignIn:Providers:x:Authority is not an https address.")]
    [InlineData("Authority=https://id.example.go.jp;ClientSecret=", "SignIn:Providers:x:ClientSecret is missing")]
    [InlineData("Authority=https://id.example.go.jp;ClientAuthentication=none", "SignIn:Providers:x:ClientAuthentication is neither client_secret_post nor client_secret_basic.")]
    [InlineData("Authority=https://id.example.go.jp;SecondFactor=ture", "SignIn:Providers:x:SecondFactor is neither true nor false.")]
    public void A_wrong_setting_is_named(string settings, string sentence)
    {
        var given = settings.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(setting => setting.Split('=', 2)).Select(pair => (pair[0], pair[1]));

        Should.Throw<StartRefusedException>(() => Read("x", [.. Client, .. given])).Message.ShouldStartWith(sentence);
    }

    [Theory]
    [InlineData("Entra")]
    [InlineData("our entra")]
    [InlineData("省")]
    public void A_word_for_it_is_one_for_addresses(string id) =>
        Should.Throw<StartRefusedException>(() => Read(id, [("Authority", "https://id.example.go.jp"), .. Client])).Message.ShouldContain("small letters, digits and hyphens");

    private static ProviderSettings Read(string id, IEnumerable<(string Name, string Value)> settings) => ProviderSettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.GroupBy(s => s.Name).Select(s => KeyValuePair.Create($"SignIn:Providers:{id}:{s.Key}", (string?)s.Last().Value))).Build()).Single();
}
