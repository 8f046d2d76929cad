using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using SecurityTracker.Server.Access.SignIn;

namespace SecurityTracker.Server.Access.Providers;

/// <summary>The providers of this installation, each a scheme of the framework's.</summary>
public sealed class ProviderSchemes(IConfiguration configuration, ProviderArrival arrival, TimeProvider time)
    : IConfigureOptions<AuthenticationOptions>, IConfigureNamedOptions<OidcOptions>, IDisposable
{
    /// <summary>Where a provider sends people back to: this and its word.</summary>
    public const string Callback = "/sign-in/callback/";

    private const int LargestAnswer = 1024 * 1024;

    private readonly Dictionary<string, (ProviderSettings Settings, ProviderKnowledge Knowledge)> known = ProviderSettings.Read(configuration)
        .ToDictionary(p => p.Id, p => (p, new ProviderKnowledge(Client(), p.Authority, time)), StringComparer.Ordinal);

    /// <summary>The providers, in the order of their words.</summary>
    public IEnumerable<ProviderSettings> All => known.Values.Select(p => p.Settings).OrderBy(p => p.Id, StringComparer.Ordinal);

    /// <summary>Whether there is a provider of this word.</summary>
    public bool Has(string id) => known.ContainsKey(id);

    /// <inheritdoc/>
    public void Configure(AuthenticationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        foreach (var provider in All)
        {
            options.AddScheme<OidcHandler>(provider.Id, provider.Name);
        }
    }

    /// <inheritdoc/>
    public void Configure(OidcOptions options) => Configure(name: null, options);

    /// <inheritdoc/>
    public void Configure(string? name, OidcOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (name is null || !known.TryGetValue(name, out var provider))
        {
            return;
        }

        var (settings, knowledge) = provider;
        (options.Settings, options.Knowledge) = (settings, knowledge);
        (options.ClientId, options.ClientSecret, options.CallbackPath) = (settings.ClientId, settings.ClientSecret, $"{Callback}{settings.Id}");
        // The framework wants them now; the handler takes them from the provider's description.
        (options.AuthorizationEndpoint, options.TokenEndpoint) = (settings.Authority, settings.Authority);
        options.UsePkce = true;
        options.Scope.Add("openid");
        options.Scope.Add("email");
        options.Scope.Add("profile");
        options.Backchannel = Client();
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        (options.CorrelationCookie.Path, options.CorrelationCookie.SecurePolicy) = ("/", CookieSecurePolicy.SameAsRequest);
        options.CorrelationCookie.Name = PublicAddress.IsHttps(configuration) ? $"{Cookies.HostPrefix}correlation." : "correlation.";
        options.Events.OnTicketReceived = arrival.Received;
        options.Events.OnRemoteFailure = arrival.Failed;
        options.Events.OnAccessDenied = arrival.Denied;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, knowledge) in known.Values)
        {
            knowledge.Dispose();
        }
    }

    private static HttpClient Client() => new() { Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = LargestAnswer };
}
