using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using SecurityTracker.EventStore;
using SecurityTracker.Server;
using SecurityTracker.Server.Postgres;
using SecurityTracker.Testing;

namespace SecurityTracker.Benchmarks;

/// <summary>The whole program on a port of its own and, in the same process on another port, bare endpoints over the same database.</summary>
public sealed class Site : IAsyncDisposable
{
    private readonly IReadOnlyList<WebApplication> apps;
    private readonly IReadOnlyList<IAsyncDisposable> others;

    private Site(WebApplication program, WebApplication bare, params IReadOnlyList<IAsyncDisposable> others)
    {
        (Program, Bare) = (new HttpClient { BaseAddress = AddressOf(program) }, new HttpClient { BaseAddress = AddressOf(bare) });
        (apps, this.others) = ([program, bare], others);
    }

    public HttpClient Program { get; }

    public HttpClient Bare { get; }

    public static async Task<Site> Start()
    {
        var database = await TestDatabase.Create("site", source => new Store(source, Services.StoreOptions(), TimeProvider.System).Migrate(CancellationToken.None));
        var command = CommandLine.Read(["serve", "--environment", "Development", "--urls", "http://127.0.0.1:0", $"--ConnectionStrings:Database={database.ConnectionString}"]);
        var builder = WebApplication.CreateBuilder(command.Options);
        builder.Logging.ClearProviders();
        var served = await Database.Open(builder.Configuration, CancellationToken.None);
        builder.AddServer(served);
        var program = builder.Build();
        await program.Prepare(command);
        program.UseServer();
        await program.StartAsync();
        return new Site(program, await StartBare(served.Source), served, database);
    }

    public async ValueTask DisposeAsync()
    {
        Program.Dispose();
        Bare.Dispose();
        foreach (var app in apps)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
        foreach (var other in others)
        {
            await other.DisposeAsync();
        }
    }

    private static async Task<WebApplication> StartBare(NpgsqlDataSource source)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.ConfigureHttpJsonOptions(json => Json.Configure(json.SerializerOptions));
        var bare = builder.Build();
        new BareEndpoints(source).Map(bare);
        await bare.StartAsync();
        return bare;
    }

    private static Uri AddressOf(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
}
