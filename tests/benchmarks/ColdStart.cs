using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using SecurityTracker.Server;
using SecurityTracker.Server.Postgres;

namespace SecurityTracker.Benchmarks;

/// <summary>
/// How long the program takes from the start of its process, with the embedded PostgreSQL on data that is there, until it says that it is
/// ready, and how long its first other answer then takes. What <c>infra/start</c> has built is measured, where it has.
/// </summary>
internal static class ColdStart
{
    private const int Starts = 7;
    private const int Terminate = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>A line with the median and the slowest.</summary>
    public static async Task<string> Measure()
    {
        var data = Directory.CreateTempSubdirectory("cold-start-").FullName;
        try
        {
            // The first start makes the data and is not counted.
            await Start(data);
            var (ready, first) = (new List<double>(), new List<double>());
            for (var i = 0; i < Starts; i++)
            {
                var start = await Start(data);
                ready.Add(start.Ready);
                first.Add(start.First);
            }

            ready.Sort();
            first.Sort();
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{Path.GetRelativePath(Environment.CurrentDirectory, Program)}: cold start to the first 200 of /health/ready {ready[Starts / 2]:F2} s, slowest {ready[^1]:F2} s (aim 1.2 s); the answer after it {first[Starts / 2]:F0} ms (aim 250 ms); medians of {Starts}");
        }
        finally
        {
            Delete(data);
        }
    }

    private static string Program
    {
        get
        {
            var built = typeof(CommandLine).Assembly.Location;
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (Path.Combine(folder.FullName, "api", "Server", "bin", "ready", Path.GetFileName(built)) is var ahead && File.Exists(ahead))
                {
                    return ahead;
                }
            }

            return built;
        }
    }

    /// <summary>Seconds from the start of the process to the first 200, and milliseconds of the answer after it; the process is gone when this ends.</summary>
    private static async Task<(double Ready, double First)> Start(string data)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in (string[])[Program, "--urls", address.ToString(), "--data", data])
        {
            start.ArgumentList.Add(word);
        }

        start.Environment.Remove("ConnectionStrings__Database");
        var began = TimeProvider.System.GetTimestamp();
        using var process = Process.Start(start) ?? throw new InvalidOperationException("no process");
        var (said, complaint) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            using var client = new HttpClient { BaseAddress = address };
            await Ready(client, process, began, complaint);
            var (ready, asked) = (TimeProvider.System.GetElapsedTime(began), TimeProvider.System.GetTimestamp());
            using var refused = await client.GetAsync("/api/contracts");
            return (ready.TotalSeconds, TimeProvider.System.GetElapsedTime(asked).TotalMilliseconds);
        }
        finally
        {
            Signals.Send(process.Id, Terminate);
            await process.WaitForExitAsync();
            await Task.WhenAll(said, complaint);
        }
    }

    private static async Task Ready(HttpClient client, Process process, long began, Task<string> complaint)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!await Answers(client))
        {
            if (process.HasExited || TimeProvider.System.GetElapsedTime(began) > Patience)
            {
                throw new InvalidOperationException($"The program does not start: {(process.HasExited ? await complaint : "no answer")}");
            }

            await pause.WaitForNextTickAsync();
        }
    }

    private static async Task<bool> Answers(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync("/health/ready");
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The data, also where a server that root started keeps it.</summary>
    private static void Delete(string data)
    {
        foreach (var folder in (string[])[data, Path.Combine(PostgresHome.SystemFolder, PostgresHome.ShortHash(data))])
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}
