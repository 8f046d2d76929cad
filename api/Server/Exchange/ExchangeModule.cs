using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Exchange;

/// <summary>What comes in from outside: mails that were received in a mail program.</summary>
public sealed class ExchangeModule : IModule
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services) => services
        .AddSingleton<DnsResolver>()
        .AddSingleton<DkimVerifier>()
        .AddSingleton<SmimeRoots>()
        .AddSingleton<MailSignatures>()
        .AddScoped<KeptMails>()
        .AddScoped<MailKeeper>();

    /// <inheritdoc/>
    public void Register(Nouns store) => store.Migrate("exchange", typeof(ExchangeModule).Assembly, "Exchange/");

    /// <summary>A folder of certificates that cannot be meant stops the start, not the first mail.</summary>
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
        api.ServiceProvider.GetRequiredService<SmimeRoots>();
    }
}
