using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace SecurityTracker.Server.Demo;

/// <summary>
/// With <c>--demo true</c>, fills an empty installation once it listens and writes <c>demo.json</c> into the data folder: the
/// addresses to look at and the people to act as. What is there already is left alone.
/// </summary>
public sealed partial class DemoService(
    IServer server, DemoPeople people, IHostApplicationLifetime lifetime, IConfiguration configuration, TimeProvider time, ILogger<DemoService> log) : BackgroundService
{
    private static readonly JsonSerializerOptions Readable =
        new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!configuration.GetValue("demo", defaultValue: false))
        {
            return;
        }

        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        await Fill(server.Features.Get<IServerAddressesFeature>()!.Addresses.First(), stoppingToken);
    }

    private async Task Fill(string address, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        using var http = new HttpClient { BaseAddress = new Uri($"{address}/") };
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo")).DateTime);
        var world = new DemoImagination(today).World();
        var filling = new DemoFilling(http, people, world, today);
        if (await filling.Fill(ct) is not { } ids)
        {
            LogThere(log);
            return;
        }

        var description = new
        {
            url = address,
            openApi = $"{address}/swagger",
            password = DemoPeople.Password,
            people = await people.Everyone(ct),
            contracts = world.Contracts.Select(contract => new
            {
                id = ids[contract.Number],
                url = $"{address}/contracts/{ids[contract.Number]}",
                contract.Name,
                contract.Edition,
                contractor = world.Contractors[contract.Contractor].Name,
                office = world.Offices[contract.Office].Name,
            }),
        };
        var folder = Directory.CreateDirectory(configuration["data"] ?? ".data");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "demo.json"), JsonSerializer.Serialize(description, Readable), ct);
        LogDone(log, ids.Count, watch.Elapsed.TotalSeconds);
    }

    [LoggerMessage(LogLevel.Information, "The demo world is ready: {Contracts} contracts in {Seconds:F1} s")]
    private static partial void LogDone(ILogger log, int contracts, double seconds);

    [LoggerMessage(LogLevel.Information, "The demo world is there already")]
    private static partial void LogThere(ILogger log);
}
