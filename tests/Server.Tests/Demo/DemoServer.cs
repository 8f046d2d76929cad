using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SecurityTracker.Demo;
using SecurityTracker.Demo.Filling;
using SecurityTracker.Demo.World;
using SecurityTracker.Domain;
using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests.Demo;

/// <summary>A server in demo mode whose world is filled when a test first asks: a cut of it, the same contracts as in the whole.</summary>
public sealed class DemoServer : TestServer
{
    private readonly Lazy<Task<DemoDescription>> described;

    /// <summary>Fills nothing yet.</summary>
    public DemoServer() => described = new(Fill);

    /// <summary>The world's clock; for all but its filling it is the test's.</summary>
    internal DemoClock WorldClock => (DemoClock)Services.GetRequiredService<TimeProvider>();

    /// <summary>The cut.</summary>
    internal DemoWorld World => Imagination.World().Cut();

    /// <summary>What <c>demo.json</c> would say.</summary>
    internal Task<DemoDescription> Described() => described.Value;

    /// <summary>A filling of this server.</summary>
    internal DemoFilling Filling(HttpClient http) =>
        new(http, Services.GetRequiredService<DemoPeople>(), WorldClock, World, Imagination.Since);

    /// <inheritdoc/>
    protected override void Configure(IWebHostBuilder host) => host.UseSetting("demo", "true");

    /// <inheritdoc/>
    protected override void Change(IServiceCollection services)
    {
        new DemoModule().AddServices(services);
        services.RemoveAll<TimeProvider>();
        services.AddSingleton<TimeProvider>(new DemoClock(Clock));
        // A server in memory has no address at which the service could fill it: the tests do.
        services.Remove(services.First(service => service.ImplementationType == typeof(DemoService)));
    }

    private DemoImagination Imagination => new(Moment.DayOf(Clock.Now));

    private async Task<DemoDescription> Fill()
    {
        using var http = CreateAnonymousClient();
        var filling = Filling(http);
        var cast = await filling.Begin(CancellationToken.None);
        Services.GetRequiredService<DemoAccounts>().AreThere();
        var filled = await filling.Fill(cast.ShouldNotBeNull(), CancellationToken.None);
        return await DemoDescription.Of("http://127.0.0.1:5080", World, filled, new DemoHands(http, WorldClock, cast!), CancellationToken.None);
    }
}
