namespace SecurityTracker.Server.Handover;

/// <summary>引継書: what is open on contracts, for whoever takes them over.</summary>
internal sealed class HandoverModule : IModule
{
    public void AddServices(IServiceCollection services) => services.AddScoped<HandoverReader>();
}
