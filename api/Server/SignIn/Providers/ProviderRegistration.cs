using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Web;
using SecurityTracker.Server.Postgres;

namespace SecurityTracker.Server.SignIn.Providers;

/// <summary>
/// Registers the providers: those of Entra ID by Microsoft.Identity.Web, all others by the framework's OpenID Connect. Each package is loaded by an installation
/// that uses it and by no other: the methods that name it are called for its providers alone, and never inlined.
/// </summary>
internal static class ProviderRegistration
{
    /// <summary>Adds the providers of a configuration.</summary>
    /// <exception cref="StartRefusedException">A provider lacks something, by name.</exception>
    public static IServiceCollection AddProviders(this IServiceCollection services, IConfiguration configuration)
    {
        var providers = ProviderSettings.Read(configuration);
        // Nobody is identified by a provider's scheme: it only leads there and back. Else the one provider of an installation would be taken for the default.
        AppContext.SetSwitch("Microsoft.AspNetCore.Authentication.SuppressAutoDefaultScheme", isEnabled: true);
        var schemes = services.AddSingleton(new ProviderSchemes(providers)).AddAuthentication();
        if (providers.Count > 0)
        {
            AddSchemes(schemes, providers);
        }

        return services;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddSchemes(AuthenticationBuilder schemes, IReadOnlyList<ProviderSettings> providers)
    {
        // The first sign-in after a provider has changed its keys waits for the new ones; without this it fails.
        AppContext.SetSwitch("Switch.Microsoft.IdentityModel.UpdateConfigAsBlocking", isEnabled: true);
        // ProviderArrival logs why a sign-in failed. The packages would add the provider's own words and whole stack traces.
        schemes.Services.AddLogging(log => log
            .AddFilter("Microsoft.AspNetCore.Authentication.OpenIdConnect", LogLevel.None)
            .AddFilter("Microsoft.IdentityModel", LogLevel.None));
        // Ours stands before the framework's post-configuration, which takes the backchannel and the discovery that it finds, and behind all else.
        schemes.Services
            .AddSingleton<ProviderOptions>()
            .AddSingleton<IPostConfigureOptions<OpenIdConnectOptions>>(services => services.GetRequiredService<ProviderOptions>());
        foreach (var provider in providers)
        {
            if (provider.Tenant is { } tenant)
            {
                AddEntra(schemes, provider, tenant);
            }
            else
            {
                schemes.AddOpenIdConnect(provider.Id, provider.Name, _ => { });
            }
        }

        schemes.Services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>>(services => services.GetRequiredService<ProviderOptions>());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddEntra(AuthenticationBuilder schemes, ProviderSettings provider, Guid tenant)
    {
        schemes.AddMicrosoftIdentityWebApp(
            entra => (entra.Instance, entra.TenantId, entra.ClientId, entra.ClientSecret) =
                (ProviderSettings.EntraInstance, tenant.ToString("D"), provider.ClientId, provider.ClientSecret),
            configureCookieAuthenticationOptions: null, provider.Id, cookieScheme: null, displayName: provider.Name);
        // A token of another issuer makes the package look for that issuer's description by itself: with the same limits as everywhere.
        schemes.Services.Configure<AadIssuerValidatorOptions>(issuers => issuers.HttpClientName = ProviderBackchannel.ClientName);
        schemes.Services.AddHttpClient(ProviderBackchannel.ClientName, client => ProviderBackchannel.Limit(client, ProviderBackchannel.Patience))
            .ConfigurePrimaryHttpMessageHandler(ProviderBackchannel.Wire)
            .RemoveAllLoggers();
    }
}
