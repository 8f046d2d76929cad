using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.Options;
using SecurityTracker.Server.Erasure;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Access.Providers;

/// <summary>Signing in with Entra ID or any other provider of OpenID Connect, by configuration alone.</summary>
public sealed class ProvidersModule : IModule
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        // Nobody is identified by a provider's scheme: it only leads there and back. Else the one provider of an installation would be taken for the default.
        AppContext.SetSwitch("Microsoft.AspNetCore.Authentication.SuppressAutoDefaultScheme", isEnabled: true);
        services.AddAuthentication();
        services
            .AddSingleton<ProviderAccounts>()
            .AddSingleton<ProviderArrival>()
            .AddSingleton<ProviderEnrolment>()
            .AddSingleton<ArrivalCookie>()
            .RefuseOn("provider_accounts_pkey", ProviderEnrolment.LinkedElsewhere)
            .AddSingleton<ProviderSchemes>()
            .AddSingleton<IConfigureOptions<AuthenticationOptions>>(provider => provider.GetRequiredService<ProviderSchemes>())
            .AddSingleton<IConfigureOptions<OidcOptions>>(provider => provider.GetRequiredService<ProviderSchemes>())
            .AddSingleton<IPostConfigureOptions<OidcOptions>, OAuthPostConfigureOptions<OidcOptions, OidcHandler>>()
            .AddTransient<OidcHandler>()
            .ErasedWithPerson("provider_accounts");
    }

    /// <inheritdoc/>
    public void Register(Nouns store) => store.Migrate("providers", typeof(ProvidersModule).Assembly, "Access/Providers/");

    /// <summary>A provider that lacks a setting is named before the program opens a port.</summary>
    public Task Prepare(IServiceProvider services, CancellationToken ct)
    {
        _ = services.GetRequiredService<ProviderSchemes>();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder api) 
    {
        GoToProviderEndpoints.Map(api);
        AcceptAsArrivedEndpoint.Map(api);
    }
}
