using SecurityTracker.Demo.Filling;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.SignIn;

namespace SecurityTracker.Demo;

/// <summary>The made-up world for trying things out.</summary>
internal sealed class DemoModule : IModule
{
    public void AddServices(IServiceCollection services) => services
        .AddSingleton<TimeProvider>(new DemoClock(TimeProvider.System))
        .AddTransient<IStartupFilter, DemoTime>()
        .AddSingleton<DemoPeople>()
        .AddSingleton<DemoMorning>()
        .AddSingleton<DemoAccounts>()
        .AddSingleton<IAccountsShown>(provider => provider.GetRequiredService<DemoAccounts>())
        .AddHostedService<DemoService>();
}
