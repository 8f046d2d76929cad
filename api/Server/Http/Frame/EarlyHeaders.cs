
namespace SecurityTracker.Server.Http;

/// <summary>
/// Stands before everything else, also before the framework's own filter of host names, so that no answer of the program lacks the
/// headers of security: not a refused host, not a failure whose headers were cleared. What Kestrel refuses before there is a request
/// (a malformed line, headers too long) is out of reach.
/// </summary>
internal sealed class EarlyHeaders(IConfiguration configuration) : IStartupFilter
{
    /// <summary>A year (RFC 6797): browsers never again try it in the clear.</summary>
    private const string KeepToHttps = "max-age=31536000";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseSecurityHeaders();
        if (PublicAddress.IsHttps(configuration))
        {
            app.Use((context, rest) =>
            {
                context.Response.OnStarting(() =>
                {
                    if (context.Request.IsHttps)
                    {
                        context.Response.Headers.StrictTransportSecurity = KeepToHttps;
                    }

                    return Task.CompletedTask;
                });
                return rest(context);
            });
        }

        next(app);
    };
}
