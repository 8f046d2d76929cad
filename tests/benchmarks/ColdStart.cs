using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using SecurityTracker.Server;
using SecurityTracker.Server.Postgres;

namespace SecurityTracker.Benchmarks;

/// <summary>How long the program takes from the start of its process, with the embedded PostgreSQL on data that is there, until it says that it is ready.</summary>
public static class ColdStart
{
    private const int Starts = 5;
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
            var times = new List<double>();
            for (var i = 0; i < Starts; i++)
            {
                times.Add(await Start(data));
            }

            times.Sort();
            return string.Create(
                CultureInfo.InvariantCulture,
                $"cold start to the first 200 of /health/ready: {times[times.Count / 2]:F2} s, slowest {times[^1]:F2} s (median of {Starts}; aim 2 s)");
        }
        finally
        {
            Delete(data);
        }
    }

    /// <summary>Seconds from the start of the process to the first 200; the process is gone when this ends.</summary>
    private static async Task<double> Start(string data)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in (string[])[typeof(CommandLine).Assembly.Location, "--urls", address.ToString(), "--data", data])
        {
            start.ArgumentList.Add(word);
        }

        start.Environment.Remove("ConnectionStrings__Database");
        var began = TimeProvider.System.GetTimestamp();
        using var process = Process.Start(start) ?? throw new InvalidOperationException("no process");
        var (said, complaint) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await Ready(new Uri(address, "/health/ready"), process, began, complaint);
            return TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        }
        finally
        {
            Signals.Send(process.Id, Terminate);
            await process.WaitForExitAsync();
            await Task.WhenAll(said, complaint);
        }
    }

    private static async Task Ready(Uri address, Process process, long began, Task<string> complaint)
    {
        using var client = new HttpClient();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!await Answers(client, address))
        {
            if (process.HasExited || TimeProvider.System.GetElapsedTime(began) > Patience)
            {
                throw new InvalidOperationException($"The program does not start: {(process.HasExited ? await complaint : "no answer")}");
            }

            await pause.WaitForNextTickAsync();
        }
    }

    private static async Task<bool> Answers(HttpClient client, Uri address)
    {
        try
        {
            using var answer = await client.GetAsync(address);
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
