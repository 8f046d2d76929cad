using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using SecurityTracker.Server.Access.SignIn;

namespace SecurityTracker.Server;

/// <summary>
/// What stands before the program and speaks https for it. A proxy on this machine is believed who it forwards for; others are named
/// in <c>Proxies</c> (addresses, separated by semicolons). Where people reach the program over https, nothing else is answered.
/// </summary>
public static class ReverseProxy
{
    /// <summary>The setting.</summary>
    public const string Setting = "Proxies";

    /// <summary>Believes the proxies. What cannot be an address stops the start.</summary>
    public static IServiceCollection AddReverseProxy(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var named = (configuration[Setting] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(text => IPAddress.TryParse(text, out var address) ? address : throw new StartRefusedException($"{Setting}: '{text}' is not an IP address."))
            .ToList();
        return services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            named.ForEach(options.KnownProxies.Add);
        });
    }

    /// <summary>Takes the forwarded address and scheme over, and refuses plain http where people reach the program over https.</summary>
    public static WebApplication UseReverseProxy(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseForwardedHeaders();
        if (PublicAddress.IsHttps(app.Configuration))
        {
            app.Use((context, next) =>
            {
                if (!context.Request.IsHttps && !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
                {
                    return Problems.NotOverHttps.ExecuteAsync(context);
                }

                return next(context);
            });
        }

        return app;
    }
}
