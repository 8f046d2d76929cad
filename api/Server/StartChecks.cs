using System.Net;

namespace SecurityTracker.Server;

/// <summary>What must hold before the program opens a port.</summary>
public static class StartChecks
{
    /// <summary>The address where nothing else is said.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    private static readonly string[] PortSettings = ["http_ports", "https_ports"];

    /// <summary>
    /// The addresses to listen on. As long as nobody signs in, whoever reaches the port can act as anyone: anything but loopback is
    /// refused, wherever it was configured.
    /// </summary>
    public static IReadOnlyList<string> LoopbackUrls(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var urls = (configuration["urls"] ?? DefaultUrl).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]).OfType<string>();
        var anywhere = PortSettings.SelectMany(name => (configuration[name] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries));
        foreach (var url in urls.Concat(endpoints).Concat(configuration["urls"] is null ? anywhere.Select(port => $"http://*:{port}") : []))
        {
            if (!IsLoopback(url))
            {
                throw new StartRefusedException($"{url} is not a loopback address: until sign-in exists the program listens on 127.0.0.1, [::1] or localhost alone.");
            }
        }

        return urls;
    }

    /// <summary>In production nothing may rest on a default that is meant for development; each that does is named.</summary>
    public static void RefuseDevelopmentDefaults(IHostEnvironment environment, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (!environment.IsProduction())
        {
            return;
        }

        var defaults = new List<string> { "the header Actor in place of sign-in (there is no sign-in yet)" };
        if (string.IsNullOrEmpty(configuration.GetConnectionString("Database")))
        {
            defaults.Add("the embedded PostgreSQL (set ConnectionStrings__Database)");
        }

        throw new StartRefusedException($"Not started in Production, because development defaults are in place: {string.Join("; ", defaults)}.");
    }

    private static bool IsLoopback(string url)
    {
        var binding = BindingAddress.Parse(url);
        var host = binding.Host.Trim('[', ']');
        return binding.IsUnixPipe || host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
    }
}
