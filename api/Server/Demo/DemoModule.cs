using SecurityTracker.Server.SignIn;

namespace SecurityTracker.Server.Demo;

/// <summary>The made-up world for trying things out; it does nothing unless it was asked for.</summary>
public sealed class DemoModule : IModule
{
    /// <summary>Whether it was asked for.</summary>
    public static bool IsOn(IConfiguration configuration) => configuration.GetValue("demo", defaultValue: false);

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services) => services
        .AddSingleton(provider => IsOn(provider.GetRequiredService<IConfiguration>()) ? new DemoClock(TimeProvider.System) : TimeProvider.System)
        .AddSingleton<DemoPeople>()
        .AddSingleton<DemoAccounts>()
        .AddSingleton<IAccountsShown>(provider => provider.GetRequiredService<DemoAccounts>())
        .AddHostedService<DemoService>();
}
