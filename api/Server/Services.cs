using System.Diagnostics;
using System.IO.Compression;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.ResponseCompression;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Jobs;
using SecurityTracker.Server.Postgres;
using SecurityTracker.Server.SignIn.Providers;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server;

/// <summary>Everything that the program is made of.</summary>
internal static class Services
{
    /// <summary>The largest body where a route says nothing else; imports say more (<c>RequestSizeLimit</c>).</summary>
    public const long LargestBody = 2 * 1024 * 1024;

    /// <summary>Warnings and worse on the console, each with its time in UTC and its level, and what the program itself has to say; never a body.</summary>
    public static void ConfigureLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders().AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
        });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Npgsql", LogLevel.Warning).AddFilter("FastEndpoints", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
    }

    /// <summary>Adds the store, the modules and the frame around them.</summary>
    /// <param name="builder">Where.</param>
    /// <param name="database">What they work on.</param>
    /// <param name="more">Modules that another program brings; the store knows nothing of theirs.</param>
    public static void AddServer(this WebApplicationBuilder builder, Database database, params IReadOnlyList<IModule> more)
    {
        builder.Host.UseDefaultServiceProvider(provider => (provider.ValidateOnBuild, provider.ValidateScopes) = (true, true));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        // What runs beside the requests and fails is in the log, and never ends the server.
        builder.Services.Configure<HostOptions>(host => host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(database.Source);
        builder.Services.AddSingleton(new JobDatabase(database.Jobs));
        builder.Services.AddFrame(PublicAddress.Host(builder.Configuration));
        builder.Services.AddReverseProxy(builder.Configuration);
        // The first of the filters, before the one of host names that the framework has added.
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, EarlyHeaders>());
        builder.Services.AddRateLimits(builder.Configuration);
        builder.Services.AddProviders(builder.Configuration);
        builder.Services.AddStore();
        foreach (var module in Modules.All.Concat(more))
        {
            builder.Services.AddSingleton(module);
            module.AddServices(builder.Services);
        }
    }

    private static void AddFrame(this IServiceCollection services, string? publicHost) => services
        .ConfigureHttpJsonOptions(json => Json.Configure(json.SerializerOptions))
        .Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true)
        // A name that someone else's DNS points at 127.0.0.1 is not ours.
        .Configure<HostFilteringOptions>(hosts => hosts.AllowedHosts = ["localhost", "127.0.0.1", "[::1]", .. publicHost is null ? [] : new[] { publicHost }])
        .AddEndpoints()
        .AddSingleton<ConstraintRefusals>()
        .AddResponseCompression(options => options.EnableForHttps = false)
        .Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest)
        .AddOpenApiDescription();

    private static void AddStore(this IServiceCollection services) => services
        .AddSingleton(_ => StoreOptions())
        .AddSingleton<EventStore>()
        .AddScoped(provider => provider.GetRequiredService<EventStore>().OpenSession(
            () => ActorHeaders.Metadata(provider.GetRequiredService<Actor>(), Activity.Current?.TraceId.ToHexString())));

    /// <summary>What the store knows: every event, fold and table of every noun.</summary>
    public static Nouns StoreOptions()
    {
        var options = new Nouns();
        foreach (var module in Modules.All)
        {
            module.Register(options);
        }

        return options;
    }
}
