namespace SecurityTracker.Server.SignIn;

/// <summary>The cookie that holds a session's key (<see cref="Cookies"/>).</summary>
internal static class SessionCookie
{
    /// <summary>Its name on plain loopback; over https it begins with <see cref="Cookies.HostPrefix"/>.</summary>
    public const string PlainName = "session";

    private const int Longest = 100;

    /// <summary>The key that a request carries, or null.</summary>
    public static string? Read(HttpRequest request) => request.ReadCookie(PlainName, Longest);

    /// <summary>Hands a key to the browser.</summary>
    public static void Write(HttpContext context, string key) => context.WriteCookie(PlainName, key);

    /// <summary>Takes it away.</summary>
    public static void Remove(HttpContext context) => context.RemoveCookie(PlainName);
}
