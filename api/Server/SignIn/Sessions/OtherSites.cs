
namespace SecurityTracker.Server.SignIn;

/// <summary>
/// Keeps pages of other sites from acting through a visitor's browser (IPA 6-(i)): the browser itself says where a request comes
/// from, in <c>Sec-Fetch-Site</c> and, where it is older, in <c>Origin</c>. Programs send neither, and have a token; a write that
/// comes with a session's cookie, without any of the three, is refused. Any other <c>Authorization</c> (Basic, as a browser sends it
/// for an address with a name in it) is as if it were not there: it identifies nobody and excuses nothing.
/// </summary>
internal static class OtherSites
{
    /// <summary>Answers 403 <c>cross-site</c> to a browser's request that does not come from our own pages or the address bar.</summary>
    public static IApplicationBuilder RefuseOtherSites(this IApplicationBuilder app) => app.Use((context, next) =>
        IsOurs(context.Request) ? next(context) : Problems.CrossSite.ExecuteAsync(context));

    private static bool IsOurs(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site is "same-origin" or "none";
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 ? !WritesByCookie(request) : origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }

    private static bool WritesByCookie(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method)
        && !Identification.BringsToken(request) && SessionCookie.Read(request) is not null;
}
