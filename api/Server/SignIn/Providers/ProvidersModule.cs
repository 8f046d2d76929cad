using SecurityTracker.Server.Erasure;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn.Providers;

/// <summary>Signing in with Entra ID or any other provider of OpenID Connect, by configuration alone (<see cref="ProviderRegistration"/>).</summary>
internal sealed class ProvidersModule : IModule
{
    public void AddServices(IServiceCollection services)
    {
        services
            .AddSingleton<ProviderAccounts>()
            .AddSingleton<LinkedProviders>()
            .AddSingleton<ProviderArrival>()
            .AddSingleton<ProviderChallenge>()
            .AddSingleton<ProviderEnrolment>()
            .AddSingleton<ArrivalCookie>()
            .RefuseOn("provider_accounts_pkey", ProviderEnrolment.LinkedElsewhere)
            .ErasedWithPerson("provider_accounts");
    }

    public void Register(Nouns store) => store.Migrate("providers", typeof(ProvidersModule).Assembly, "SignIn/Providers/");
}
