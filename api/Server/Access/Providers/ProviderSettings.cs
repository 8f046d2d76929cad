namespace SecurityTracker.Server.Access.Providers;

/// <summary>
/// A provider by configuration alone: <c>SignIn:Providers:ID:Authority</c> and so on. For Entra ID the authority is the tenant's,
/// <c>https://login.microsoftonline.com/TENANT/v2.0</c>, so that no other tenant's people come in.
/// </summary>
/// <param name="Id">Its word in addresses: small letters, digits, hyphens.</param>
/// <param name="Name">What the button says.</param>
/// <param name="Authority">The issuer; its description lies below it.</param>
/// <param name="ClientAuthentication"><see cref="Post"/> (client_secret_post, what Entra ID wants) or <see cref="Basic"/>.</param>
/// <param name="SecondFactor">Whether the provider itself demands a second factor of everyone; else the id_token's <c>amr</c> must say so (mfa), or ours is asked.</param>
public sealed record ProviderSettings(string Id, string Name, string Authority, string ClientId, string ClientSecret, string ClientAuthentication, bool SecondFactor)
{
    /// <summary>The secret in the body.</summary>
    public const string Post = "client_secret_post";

    /// <summary>The secret in the header.</summary>
    public const string Basic = "client_secret_basic";

    /// <summary>The providers of a configuration.</summary>
    /// <exception cref="StartRefusedException">A provider lacks something, by name.</exception>
    public static IReadOnlyList<ProviderSettings> Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return [.. configuration.GetSection("SignIn:Providers").GetChildren().Select(ReadOne)];
    }

    private static ProviderSettings ReadOne(IConfigurationSection section)
    {
        string Need(string name) => section[name] is { Length: > 0 } value
            ? value
            : throw new StartRefusedException($"{section.Path}:{name} is missing: a provider of sign-ins needs Authority, ClientId and ClientSecret.");
        var authority = Need("Authority");
        if (section.Key.Length is 0 or > 40 || !section.Key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            throw new StartRefusedException($"{section.Path}: a provider's name is made of small letters, digits and hyphens.");
        }

        if (!Uri.TryCreate(authority, UriKind.Absolute, out var uri) || !(uri.Scheme == Uri.UriSchemeHttps || uri.IsLoopback))
        {
            throw new StartRefusedException($"{section.Path}:Authority is not an https address.");
        }

        var authentication = section["ClientAuthentication"] ?? Post;
        return authentication is Post or Basic
            ? new(section.Key, section["Name"] ?? section.Key, authority, Need("ClientId"), Need("ClientSecret"), authentication, section.GetValue("SecondFactor", defaultValue: false))
            : throw new StartRefusedException($"{section.Path}:ClientAuthentication is neither {Post} nor {Basic}.");
    }
}
