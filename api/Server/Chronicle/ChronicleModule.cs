namespace SecurityTracker.Server.Chronicle;

/// <summary>経緯: what happened to a contract, told in one place.</summary>
internal sealed class ChronicleModule : IModule
{
    public void AddServices(IServiceCollection services) => services.AddScoped<ChronicleReader>();
}
