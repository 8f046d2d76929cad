namespace SecurityTracker.Server.Http;

/// <summary>
/// How every cookie of ours is set: no script reads it, no other site's request carries it, over https no plain request does, the
/// browser takes it from this host alone (RFC 6265bis, prefix <c>__Host-</c>), and it ends with the browser.
/// </summary>
internal static class Cookies
{
    /// <summary>What the name of a cookie begins with over https.</summary>
    public const string HostPrefix = "__Host-";

    /// <summary>The value that a request carries, or null.</summary>
    public static string? ReadCookie(this HttpRequest request, string name, int longest) =>
        request.Cookies[NameFor(request, name)] is { Length: > 0 } value && value.Length <= longest ? value : null;

    /// <summary>Hands a value to the browser.</summary>
    public static void WriteCookie(this HttpContext context, string name, string value)
    {
        context.Response.Cookies.Append(NameFor(context.Request, name), value, Options(context.Request));
    }

    /// <summary>Takes it away.</summary>
    public static void RemoveCookie(this HttpContext context, string name)
    {
        context.Response.Cookies.Delete(NameFor(context.Request, name), Options(context.Request));
    }

    private static string NameFor(HttpRequest request, string name) => request.IsHttps ? HostPrefix + name : name;

    private static CookieOptions Options(HttpRequest request) => new()
    {
        HttpOnly = true,
        Secure = request.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/",
    };
}
