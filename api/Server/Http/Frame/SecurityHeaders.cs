namespace SecurityTracker.Server.Http;

/// <summary>The Content-Security-Policy of a route's answers, where it is another than that of the screens.</summary>
internal sealed record ContentPolicy(string Value)
{
    /// <summary>From nowhere else, and in no frame but our own.</summary>
    public const string Ours =
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; frame-src 'self'; img-src 'self' data: blob:; ";

    /// <summary>What people add is saved and never shown; were it shown, it could do nothing.</summary>
    public static ContentPolicy Sandbox { get; } = new("default-src 'none'; frame-ancestors 'none'; sandbox");

    /// <summary>What a mail says, in a frame of ours: it has its styles in attributes, as mail programs want them, and can do nothing.</summary>
    public static ContentPolicy Mail { get; } = new("default-src 'none'; style-src-attr 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox");

    /// <summary>
    /// Hangfire's pages: nothing but their own files. Their script writes HTML into the page, which Trusted Types would stop, and the states
    /// of jobs have their colours in attributes. Of scripts and styles that stand in a page none runs but the one style that its charts add.
    /// </summary>
    public static ContentPolicy Jobs { get; } = new(
        "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-z7zcnw/4WalZqx+PrNaRnoeLz/G9WXuFqV1WCJ129sg='; style-src-attr 'unsafe-inline'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");

    /// <summary>The pages of the API's description style themselves inline.</summary>
    public static ContentPolicy Swagger { get; } = new(Ours + "script-src 'self'; style-src 'self' 'unsafe-inline'");
}

/// <summary>
/// What every answer tells the browser (IPA 5-(x), 9-(i)): nothing from elsewhere, nothing inline, no frame but our own, no guess
/// at types. The screens hold a strict CSP with Trusted Types; only the pages of /swagger may style themselves inline.
/// </summary>
internal static class SecurityHeaders
{
    private const string Screens = ContentPolicy.Ours + "script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

    /// <summary>Adds the headers, and <c>Cache-Control: private, no-store</c> to whatever says nothing else.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = PolicyFor(context);
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "SAMEORIGIN";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            if (headers.CacheControl.Count == 0)
            {
                headers.CacheControl = "private, no-store";
            }

            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <summary>Keeps the policy of the route that was found: what serves an answer may forget its route, as the pages of Swagger do.</summary>
    public static IApplicationBuilder KeepContentPolicy(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Features.Set(context.GetEndpoint()?.Metadata.GetMetadata<ContentPolicy>());
        return next(context);
    });

    /// <summary>A PDF is shown in a frame of ours by the browser's own viewer, which an object-src of none would switch off.</summary>
    private static string PolicyFor(HttpContext context) =>
        context.Features.Get<ContentPolicy>()?.Value
        ?? (context.Response.ContentType == "application/pdf" ? "frame-ancestors 'self'" : Screens);
}
