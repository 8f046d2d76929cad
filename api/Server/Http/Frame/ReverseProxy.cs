using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using SecurityTracker.Server.Postgres;

namespace SecurityTracker.Server.Http;

/// <summary>Marks a route that is also answered over plain http, where people reach the program over https.</summary>
internal sealed record OverPlainHttp;

/// <summary>
/// What stands before the program and speaks https for it. A proxy on this machine is believed who it forwards for; others are named
/// in <c>Proxies</c> (addresses, separated by semicolons). Where people reach the program over https, nothing else is answered.
/// </summary>
internal static class ReverseProxy
{
    /// <summary>The setting.</summary>
    public const string Setting = "Proxies";

    /// <summary>Believes the proxies. What cannot be an address stops the start.</summary>
    public static IServiceCollection AddReverseProxy(this IServiceCollection services, IConfiguration configuration)
    {
        var named = (configuration[Setting] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(text => IPAddress.TryParse(text, out var address) ? address : throw new StartRefusedException($"{Setting}: '{text}' is not an IP address."))
            .ToList();
        return services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            named.ForEach(options.KnownProxies.Add);
        });
    }

    /// <summary>Refuses plain http where people reach the program over https. Stands behind the routing, and behind the forwarded headers that say which it was.</summary>
    public static WebApplication RefusePlainHttp(this WebApplication app)
    {
        if (PublicAddress.IsHttps(app.Configuration))
        {
            app.Use((context, next) =>
            {
                if (!context.Request.IsHttps && context.GetEndpoint()?.Metadata.GetMetadata<OverPlainHttp>() is null)
                {
                    return Problems.NotOverHttps.ExecuteAsync(context);
                }

                return next(context);
            });
        }

        return app;
    }
}
