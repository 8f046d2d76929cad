namespace SecurityTracker.Server;

/// <summary>
/// What every answer tells the browser (IPA 5-(x), 9-(i)): nothing from elsewhere, nothing inline, no frame but our own, no guess
/// at types. The screens hold a strict CSP with Trusted Types; only the pages of /swagger may style themselves inline.
/// </summary>
public static class SecurityHeaders
{
    private const string Shared =
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; frame-src 'self'; img-src 'self' data: blob:; ";

    private const string Screens = Shared + "script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
    /// <summary>What people add is saved and never shown; were it shown, it could do nothing.</summary>
    private const string Files = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private const string Swagger = Shared + "script-src 'self'; style-src 'self' 'unsafe-inline'";

    /// <summary>Adds the headers, and <c>Cache-Control: private, no-store</c> to whatever of the API says nothing else.</summary>
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
            if (headers.CacheControl.Count == 0 && context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            {
                headers.CacheControl = "private, no-store";
            }

            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <summary>A PDF is shown in a frame of ours by the browser's own viewer, which an object-src of none would switch off.</summary>
    private static string PolicyFor(HttpContext context) => context.Response.ContentType switch
    {
        _ when context.Request.Path.StartsWithSegments("/api/files", StringComparison.Ordinal) => Files,
        "application/pdf" => "frame-ancestors 'self'",
        _ when context.Request.Path.StartsWithSegments("/swagger", StringComparison.Ordinal) => Swagger,
        _ => Screens,
    };
}
