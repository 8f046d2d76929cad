using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SecurityTracker.Demo.Filling;
using SecurityTracker.Demo.World;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Demo;

/// <summary>
/// Fills an empty installation once it listens and writes <c>demo.json</c> into the data folder: the
/// addresses to look at and the people to act as. What is there already is left alone.
/// </summary>
internal sealed partial class DemoService(
    IServer server, DemoPeople people, DemoMorning morning, DemoAccounts shown, IHostApplicationLifetime lifetime, IConfiguration configuration, TimeProvider time,
    ILogger<DemoService> log) : BackgroundService
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var clock = (DemoClock)time;
        await lifetime.Started(stoppingToken);
        try
        {
            await Fill(clock, server.Features.Get<IServerAddressesFeature>()!.Addresses.First(), stoppingToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            shown.AreMissing(e);
            throw;
        }
    }

    private async Task Fill(DemoClock clock, string address, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        using var http = new HttpClient { BaseAddress = new Uri($"{address}/") };
        var imagination = new DemoImagination(Tokyo.Today(clock));
        var world = imagination.World();
        var filling = new DemoFilling(http, people, clock, world, imagination.Since);
        var cast = await filling.Begin(ct);
        shown.AreThere();
        if (cast is null)
        {
            LogThere(log);
            return;
        }

        LogBegun(log, address, watch.Elapsed.TotalSeconds);
        var filled = await filling.Fill(cast, ct);
        await morning.Send(new(Tokyo.Today(clock), clock.GetUtcNow()), ct);
        var description = await DemoDescription.Of(address, world, filled, new DemoHands(http, clock, cast), ct);
        var folder = Directory.CreateDirectory(configuration["data"] ?? ".data");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "demo.json"), JsonSerializer.Serialize(description, Readable), ct);
        LogDone(log, filled.Contracts.Count, watch.Elapsed.TotalSeconds);
    }

    [LoggerMessage(LogLevel.Information, "The demo world is being filled; its people can sign in at {Address} already (after {Seconds:F1} s)")]
    private static partial void LogBegun(ILogger log, string address, double seconds);

    [LoggerMessage(LogLevel.Information, "The demo world is ready: {Contracts} contracts in {Seconds:F1} s")]
    private static partial void LogDone(ILogger log, int contracts, double seconds);

    [LoggerMessage(LogLevel.Information, "The demo world is there already")]
    private static partial void LogThere(ILogger log);
}
