using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace SecurityTracker.Server.SignIn.Providers;

/// <summary>
/// What a provider says of itself at <c>/.well-known/openid-configuration</c>, with its keys: remembered for an hour, and asked for anew when a token names a key
/// that is not known, at most every 30 seconds, so that forged key ids cannot make us knock.
/// </summary>
internal sealed partial class ProviderDiscovery : ConfigurationManager<OpenIdConnectConfiguration>
{
    /// <summary>The least time between two looks.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ProviderSettings provider;
    private readonly ILogger log;

    /// <summary>Looks nothing up yet.</summary>
    public ProviderDiscovery(ProviderSettings provider, HttpClient backchannel, ILogger<ProviderDiscovery> log)
        : base(
            $"{provider?.Authority.TrimEnd('/')}/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(),
            // The backchannel sees to https.
            new HttpDocumentRetriever(backchannel) { RequireHttps = false, SendAdditionalHeaderData = false }, new Expected(provider!))
    {
        (this.provider, this.log) = (provider!, log);
        (AutomaticRefreshInterval, RefreshInterval) = (TimeSpan.FromHours(1), Patience);
        // A key that the provider has taken back signs nobody in.
        UseLastKnownGoodConfiguration = false;
    }

    /// <exception cref="ProviderUnavailableException">It cannot be had, or cannot be used.</exception>
    public override async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        try
        {
            return await base.GetConfigurationAsync(cancel);
        }
        catch (InvalidOperationException e)
        {
            LogUnavailable(log, provider.Id, ProviderFailure.Reason(e));
            throw new ProviderUnavailableException("its description cannot be had", e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Nobody can go to the provider {Provider}: its description cannot be had: {Reason}")]
    private static partial void LogUnavailable(ILogger log, string provider, string reason);

    /// <summary>A description that names the configured issuer, and addresses that are safe to go to.</summary>
    private sealed class Expected(ProviderSettings provider) : IConfigurationValidator<OpenIdConnectConfiguration>
    {
        public ConfigurationValidationResult Validate(OpenIdConnectConfiguration configuration)
        {
            Demand(provider.IsIssuer(configuration.Issuer), "it names another issuer than the configured one");
            Demand(!configuration.RequirePushedAuthorizationRequests, "it demands pushed authorization requests");
            Demand(
                new[] { configuration.AuthorizationEndpoint, configuration.TokenEndpoint, configuration.JwksUri }.All(IsSafe),
                "an address is missing, or is not https");
            return new() { Succeeded = true };
        }

        /// <summary>Thrown and not returned: what the package makes of a returned sentence is a sentence of its own, with stack traces in it.</summary>
        private static void Demand(bool holds, string otherwise)
        {
            if (!holds)
            {
                throw new ProviderUnavailableException(otherwise);
            }
        }

        private static bool IsSafe(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && ProviderBackchannel.IsSafe(uri);
    }
}
