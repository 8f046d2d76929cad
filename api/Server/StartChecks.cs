using System.Globalization;
using System.Net;
using System.Net.Sockets;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Postgres;
using SecurityTracker.Server.SignIn;

namespace SecurityTracker.Server;

/// <summary>What must hold before the program opens a port.</summary>
internal static class StartChecks
{
    /// <summary>The address where nothing else is said.</summary>
    public const string DefaultUrl = "http://localhost:5080";

    /// <summary>The shortest secret of an installation, in characters.</summary>
    public const int ShortestSecret = 32;

    private static readonly string[] PortSettings = ["http_ports", "https_ports"];

    /// <summary>
    /// The addresses to listen on. Beyond loopback only where people reach the program over https (<c>PublicUrl</c>): passwords and
    /// sessions never cross a network in the clear. The made-up world, whose passwords everyone knows, never leaves the machine.
    /// </summary>
    public static IReadOnlyList<string> Urls(IConfiguration configuration)
    {
        var urls = (configuration["urls"] ?? DefaultUrl).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]).OfType<string>();
        var anywhere = PortSettings.SelectMany(name => (configuration[name] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries));
        var listened = urls.Concat(endpoints).Concat(configuration["urls"] is null ? anywhere.Select(port => $"http://*:{port}") : []);
        if (listened.FirstOrDefault(url => !IsLoopback(url)) is { } open)
        {
            if (configuration.GetValue("demo", defaultValue: false))
            {
                throw new StartRefusedException($"{open} is not a loopback address: the demo, whose passwords everyone knows, listens on 127.0.0.1, [::1] or localhost alone.");
            }

            if (!PublicAddress.IsHttps(configuration))
            {
                throw new StartRefusedException($"{open} is not a loopback address: set {PublicAddress.Setting} to the https address by which people reach the program, or listen on 127.0.0.1, [::1] or localhost.");
            }
        }

        return urls;
    }

    /// <summary>Another program that listens on the same port, or a port that is not this user's to take, is named before anything is started.</summary>
    public static void RefuseTakenPorts(IEnumerable<string> urls)
    {
        foreach (var url in urls)
        {
            if (BindingAddress.Parse(url) is { IsUnixPipe: false, Port: > 0 and var port } binding && AddressesOf(binding).Select(address => Obstacle(address, port)).FirstOrDefault(o => o is not null) is { } obstacle)
            {
                var other = port is > 1023 and < IPEndPoint.MaxPort ? port + 1 : int.Parse(DefaultUrl.Split(':')[^1], CultureInfo.InvariantCulture);
                throw new StartRefusedException(string.Create(
                    CultureInfo.InvariantCulture, $"{url}: {obstacle}, or choose another: infra/start --port {other}, or --urls http://localhost:{other} for the server by itself."));
            }
        }
    }

    /// <summary>In production nothing may rest on a default that is meant for development; each that does is named. What people reach over https is in production.</summary>
    public static void RefuseDevelopmentDefaults(IHostEnvironment environment, IConfiguration configuration)
    {
        if (!environment.IsProduction())
        {
            if (PublicAddress.IsHttps(configuration))
            {
                throw new StartRefusedException(
                    $"{PublicAddress.Setting} is an https address, so people reach this program, and it is not started for them: set ASPNETCORE_ENVIRONMENT=Production, or leave {PublicAddress.Setting} out on a developer's machine.");
            }

            return;
        }

        (bool Stands, string Default)[] defaults =
        [
            (string.IsNullOrEmpty(configuration.GetConnectionString("Database")), "the embedded PostgreSQL (set ConnectionStrings__Database)"),
            ((configuration[InstallationSecret.Setting] ?? "").Length < ShortestSecret, $"a secret in the data folder (set Keys__Secret to {ShortestSecret} characters or more)"),
            (!PublicAddress.IsHttps(configuration), $"links to whatever address a request names (set {PublicAddress.Setting} to the https address of the program)"),
            (string.IsNullOrEmpty(configuration["Mail:Host"]), "the mail server that only shows its mail (set Mail__Host and Mail__From)"),
            (configuration.GetValue("demo", defaultValue: false), "the made-up world with passwords that everyone knows (leave out --demo)"),
        ];
        if (defaults.Where(d => d.Stands).Select(d => d.Default).ToList() is { Count: > 0 } standing)
        {
            throw new StartRefusedException($"Not started in Production, because development defaults are in place: {string.Join("; ", standing)}.");
        }
    }

    /// <summary>The made-up world is in a program of its own.</summary>
    public static void RefuseMissingWorld(IConfiguration configuration, IServiceProvider services)
    {
        if (configuration.GetValue("demo", defaultValue: false) && services.GetService<IAccountsShown>() is null)
        {
            throw new StartRefusedException("This program holds no made-up world: run infra/start --demo.");
        }
    }

    private static bool IsLoopback(string url)
    {
        var binding = BindingAddress.Parse(url);
        return binding.IsUnixPipe || (HostOf(binding) is { } address && IPAddress.IsLoopback(address));
    }

    /// <summary>The address of this machine that a binding names; null for names that stand for all of them.</summary>
    private static IPAddress? HostOf(BindingAddress binding) =>
        binding.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
        : IPAddress.TryParse(binding.Host.Trim('[', ']'), out var address) ? address
        : null;

    // localhost is listened to in both families, and so is everything.
    private static IPAddress[] AddressesOf(BindingAddress binding)
    {
        IPAddress[] addresses = HostOf(binding) is not { } one ? [IPAddress.Any, IPAddress.IPv6Any]
            : binding.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? [IPAddress.Loopback, IPAddress.IPv6Loopback]
            : [one];
        return [.. addresses.Where(a => a.AddressFamily == AddressFamily.InterNetwork || Socket.OSSupportsIPv6)];
    }

    private static string? Obstacle(IPAddress address, int port)
    {
        using var listener = new TcpListener(address, port);
        try
        {
            listener.Start();
            return null;
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => string.Create(CultureInfo.InvariantCulture, $"another program listens on port {port}. End it"),
                SocketError.AccessDenied => string.Create(CultureInfo.InvariantCulture, $"this user may not listen on port {port}. Start it as one who may"),
                _ => null,
            };
        }
    }
}
