namespace SecurityTracker.Server.Erasure;

/// <summary>Erasure of what is personal; what else is a person's own is registered by the nouns that keep it.</summary>
internal sealed class ErasureModule : IModule
{
    public void AddServices(IServiceCollection services) => services
        .AddScoped<PersonErasure>()
        .AddScoped<ErasurePermit>();
}
