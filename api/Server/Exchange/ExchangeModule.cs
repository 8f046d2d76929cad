using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Exchange;

/// <summary>What comes in from outside: mails that were received in a mail program.</summary>
internal sealed class ExchangeModule : IModule
{
    public void AddServices(IServiceCollection services) => services
        .AddSingleton<DnsResolver>()
        .AddSingleton<DkimVerifier>()
        .AddSingleton<SmimeRoots>()
        .AddSingleton<MailSignatures>()
        .AddScoped<KeptMails>()
        .AddScoped<MailKeeper>();

    public void Register(Nouns store) => store.Migrate("exchange", typeof(ExchangeModule).Assembly, "Exchange/");

    public void CheckSettings(IServiceProvider services) => services.GetRequiredService<SmimeRoots>();
}
