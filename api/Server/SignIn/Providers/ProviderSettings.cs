using SecurityTracker.Server.Postgres;

namespace SecurityTracker.Server.SignIn.Providers;

/// <summary>
/// A provider by configuration alone. <c>SignIn:Providers:ID:Kind</c> is <c>entra</c>, with a <c>TenantId</c>, or <c>openid</c>, with an <c>Authority</c>, and
/// that where nothing is said.
/// </summary>
/// <param name="Id">Its word in addresses: small letters, digits, hyphens.</param>
/// <param name="Name">What the button says.</param>
/// <param name="Tenant">The directory of Entra ID whose people come in, and no other's; null for any other provider.</param>
/// <param name="Authority">The issuer; its description lies below it.</param>
/// <param name="ClientAuthentication"><see cref="Post"/> (client_secret_post, what Entra ID wants) or <see cref="Basic"/>.</param>
/// <param name="SecondFactor">Whether the provider itself demands a second factor of everyone; else the id_token's <c>amr</c> must say so (mfa), or ours is asked.</param>
internal sealed record ProviderSettings(
    string Id, string Name, Guid? Tenant, string Authority, string ClientId, string ClientSecret, string ClientAuthentication, bool SecondFactor)
{
    /// <summary>The secret in the body.</summary>
    public const string Post = "client_secret_post";

    /// <summary>The secret in the header.</summary>
    public const string Basic = "client_secret_basic";

    /// <summary>Where Entra ID signs people in.</summary>
    public const string EntraInstance = "https://login.microsoftonline.com/";

    private const string Entra = "entra";
    private const string OpenId = "openid";

    /// <summary>Whether an issuer is this provider: providers and administrators differ in the slash at its end, and in nothing else.</summary>
    public bool IsIssuer(string? issuer) => issuer is not null && issuer.TrimEnd('/') == Authority.TrimEnd('/');

    /// <summary>The providers of a configuration.</summary>
    /// <exception cref="StartRefusedException">A provider lacks something, by name.</exception>
    public static IReadOnlyList<ProviderSettings> Read(IConfiguration configuration) =>
        [.. configuration.GetSection("SignIn:Providers").GetChildren().Select(ReadOne)];

    private static ProviderSettings ReadOne(IConfigurationSection section)
    {
        if (section.Key.Length is 0 or > 40 || !section.Key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            throw new StartRefusedException($"{section.Path}: a provider's name is made of small letters, digits and hyphens.");
        }

        var (tenant, authority) = (section["Kind"] ?? OpenId) switch
        {
            Entra => TenantOf(section),
            OpenId => (null, AuthorityOf(section)),
            _ => throw new StartRefusedException($"{section.Path}:Kind is neither {Entra} nor {OpenId}."),
        };
        return new(
            section.Key, section["Name"] ?? section.Key, tenant, authority, Needed(section, "ClientId"), Needed(section, "ClientSecret"), AuthenticationOf(section), SecondFactorOf(section));
    }

    private static (Guid? Tenant, string Authority) TenantOf(IConfigurationSection section) =>
        section["Authority"] is not null ? throw new StartRefusedException($"{section.Path}:Authority is not for Kind {Entra}, whose TenantId says where it is.")
        : Guid.TryParseExact(Needed(section, "TenantId"), "D", out var tenant) ? (tenant, $"{EntraInstance}{tenant:D}/v2.0")
        : throw new StartRefusedException($"{section.Path}:TenantId is not the id of one directory (such as 00000000-0000-0000-0000-000000000000): with 'common' the people of every organisation would come in.");

    private static string AuthorityOf(IConfigurationSection section) =>
        Needed(section, "Authority") is var authority && Uri.TryCreate(authority, UriKind.Absolute, out var address) && ProviderBackchannel.IsSafe(address)
            ? authority
            : throw new StartRefusedException($"{section.Path}:Authority is not an https address.");

    private static string AuthenticationOf(IConfigurationSection section) => (section["ClientAuthentication"] ?? Post) is var authentication and (Post or Basic)
        ? authentication
        : throw new StartRefusedException($"{section.Path}:ClientAuthentication is neither {Post} nor {Basic}.");

    private static bool SecondFactorOf(IConfigurationSection section) => bool.TryParse(section["SecondFactor"] ?? bool.FalseString, out var demanded)
        ? demanded
        : throw new StartRefusedException($"{section.Path}:SecondFactor is neither true nor false.");

    private static string Needed(IConfigurationSection section, string name) => section[name] is { Length: > 0 } value
        ? value
        : throw new StartRefusedException($"{section.Path}:{name} is missing: a provider of sign-ins needs Authority (or Kind {Entra} and TenantId), ClientId and ClientSecret.");
}
