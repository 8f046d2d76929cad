namespace SecurityTracker.Server.Access.SignIn;

/// <summary>
/// The cookie that holds a session's key: no script reads it, no other site's request carries it, over https no plain request does,
/// and it ends with the browser.
/// </summary>
public static class SessionCookie
{
    /// <summary>Its name over https: the browser takes it from this host alone (RFC 6265bis, prefix <c>__Host-</c>).</summary>
    public const string SecureName = "__Host-session";

    /// <summary>Its name on plain loopback.</summary>
    public const string PlainName = "session";

    /// <summary>The key that a request carries, or null.</summary>
    public static string? Read(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Cookies[NameFor(request)] is { Length: > 0 and <= 100 } key ? key : null;
    }

    /// <summary>Hands a key to the browser.</summary>
    public static void Write(HttpContext context, string key)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Cookies.Append(NameFor(context.Request), key, Options(context.Request));
    }

    /// <summary>Takes it away.</summary>
    public static void Remove(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Cookies.Delete(NameFor(context.Request), Options(context.Request));
    }

    private static string NameFor(HttpRequest request) => request.IsHttps ? SecureName : PlainName;

    private static CookieOptions Options(HttpRequest request) => new()
    {
        HttpOnly = true,
        Secure = request.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/",
    };
}
