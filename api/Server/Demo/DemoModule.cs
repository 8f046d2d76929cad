namespace SecurityTracker.Server.Demo;

/// <summary>The made-up world for trying things out; it does nothing unless it was asked for.</summary>
public sealed class DemoModule : IModule
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services) => services.AddSingleton<DemoPeople>().AddSingleton<DemoAccounts>().AddHostedService<DemoService>();
}
