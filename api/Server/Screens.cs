using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace SecurityTracker.Server;

/// <summary>Serves the built SPA: files with a hash in their name for ever, index.html fresh each time and for every address of a screen.</summary>
public static class Screens
{
    /// <summary>
    /// Words between single slashes, the last without a dot, that do not begin as the program's own do (constraints of routes do not tell
    /// capitals from small letters). Every other spelling of an address that is not there is no page.
    /// </summary>
    private const string Addresses = @"{*path:nonfile:regex(^(?!(api|swagger|health|dev)(/|$))[\w~.-]+(/[\w~.-]+)*/?$)}";

    /// <summary>Serves from <c>Web:Directory</c>, or from web/dist above the program; without one there are no screens.</summary>
    public static WebApplication UseScreens(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (Find(app.Configuration["Web:Directory"]) is not { } folder)
        {
            return app;
        }

        var files = new PhysicalFileProvider(folder);
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files, OnPrepareResponse = Cache });
        foreach (var addresses in new[] { "/", Addresses })
        {
            app.MapGet(addresses, (HttpContext context) =>
            {
                context.Response.Headers.CacheControl = "no-cache";
                return Results.File(files.GetFileInfo("index.html").PhysicalPath!, "text/html; charset=utf-8");
            }).AllowAnonymous().ExcludeFromDescription().WithOrder(int.MaxValue);
        }

        return app;
    }

    private static void Cache(StaticFileResponseContext context) => context.Context.Response.Headers.CacheControl =
        new FileInfo(context.File.PhysicalPath!).Directory!.Name == "assets" ? "public, max-age=31536000, immutable" : "no-cache";

    private static string? Find(string? configured)
    {
        if (configured is not null)
        {
            return Path.GetFullPath(configured);
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, "web", "dist") is var built && File.Exists(Path.Combine(built, "index.html")))
            {
                return built;
            }
        }

        return null;
    }
}
