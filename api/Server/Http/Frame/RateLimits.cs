using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using SecurityTracker.Domain;

namespace SecurityTracker.Server.Http;

/// <summary>
/// How often the costly and the tempting can be asked for in a minute: signing in and calendars by address, imports and exports by person. The
/// numbers are defaults; <c>RateLimits:SignIn</c>, <c>RateLimits:Imports</c>, <c>RateLimits:Exports</c>, <c>RateLimits:Feeds</c> set others. Each server
/// counts for itself.
/// </summary>
internal static class RateLimits
{
    /// <summary>Everything that can be asked for without being signed in.</summary>
    public const string SignIn = "SignIn";

    /// <summary>Files that are read in.</summary>
    public const string Imports = "Imports";

    /// <summary>Files that go out.</summary>
    public const string Exports = "Exports";

    /// <summary>Calendar programs that ask for a feed; a big one asks for many people from few addresses.</summary>
    public const string Feeds = "Feeds";

    /// <summary>The made-up world is filled by a few people in half a minute; it listens on this machine alone.</summary>
    private const int DemoTimes = 100;

    internal static readonly Dictionary<string, int> PerMinute = new(StringComparer.Ordinal) { [SignIn] = 120, [Imports] = 60, [Exports] = 240, [Feeds] = 600 };

    /// <summary>Puts one of the limits on a route.</summary>
    public static TBuilder Limited<TBuilder>(this TBuilder route, string limit)
        where TBuilder : IEndpointConventionBuilder => route.RequireRateLimiting(limit);

    /// <summary>Registers the limits.</summary>
    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration) => services.AddRateLimiter(limiter =>
    {
        var times = configuration.GetValue("demo", defaultValue: false) ? DemoTimes : 1;
        foreach (var (name, otherwise) in PerMinute)
        {
            var permitted = configuration.GetValue($"RateLimits:{name}", otherwise * times);
            limiter.AddPolicy(name, context => RateLimitPartition.GetSlidingWindowLimiter(
                name is SignIn or Feeds ? Address(context) : Person(context),
                _ => new SlidingWindowRateLimiterOptions { PermitLimit = permitted, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6, QueueLimit = 0 }));
        }

        limiter.OnRejected = async (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(10);
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            await Problems.TooManyRequests.ExecuteAsync(rejected.HttpContext);
        };
    });

    /// <summary>Where from: an IPv4 address, or the first 64 bits of an IPv6 address, all of which one subscriber has (RFC 6177).</summary>
    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } address => new IPNetwork(new([.. address.GetAddressBytes().AsSpan(0, 8), .. new byte[8]]), 64).ToString(),
        var address => address.ToString(),
    };

    private static string Person(HttpContext context) => context.Features.Get<Actor>()?.PersonId?.ToString("N") ?? Address(context);
}
