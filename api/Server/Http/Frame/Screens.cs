using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace SecurityTracker.Server.Http;

/// <summary>
/// Serves the built SPA: files with a hash in their name for ever, index.html fresh each time and for every address of a screen. A file
/// beside which stands its compressed form, made when the screens were built, is sent in that form to who understands it.
/// </summary>
internal static class Screens
{
    /// <summary>
    /// Words between single slashes, the last without a dot, that do not begin as the program's own do (constraints of routes do not tell
    /// capitals from small letters). Every other spelling of an address that is not there is no page.
    /// </summary>
    private const string Addresses = @"{*path:nonfile:regex(^(?!(api|swagger|health|dev)(/|$))[\w~.-]+(/[\w~.-]+)*/?$)}";

    /// <summary>The encodings that the build leaves beside a file, the smallest first, and how their names end.</summary>
    private static readonly (string Name, string Ending)[] Encodings = [("br", ".br"), ("gzip", ".gz")];

    /// <summary>Serves from <c>Web:Directory</c>, or from web/dist above the program; without one there are no screens.</summary>
    public static WebApplication UseScreens(this WebApplication app)
    {
        if (Find(app.Configuration["Web:Directory"]) is not { } folder)
        {
            return app;
        }

        var files = new PhysicalFileProvider(folder);
        // The compressed forms have no address of their own.
        app.UseWhen(context => context.GetEndpoint() is null && !IsEncoded(context.Request.Path), found => found
            .Use((context, next) =>
            {
                context.Request.Path = Encoded(context.Request, files, context.Request.Path);
                return next(context);
            })
            .UseStaticFiles(new StaticFileOptions { FileProvider = files, ContentTypeProvider = new TypesOfEncoded(), OnPrepareResponse = Describe }));
        foreach (var addresses in new[] { "/", Addresses })
        {
            // Who looks whether a link is good (HEAD) gets the answer of who opens it.
            app.MapMethods(addresses, [HttpMethods.Get, HttpMethods.Head], (HttpContext context) =>
            {
                var page = files.GetFileInfo(Encoded(context.Request, files, "/index.html").Value!);
                context.Response.Headers.CacheControl = "no-cache";
                Describe(context.Response, page);
                return Results.File(page.PhysicalPath!, "text/html; charset=utf-8");
            }).AllowAnonymous().ExcludeFromDescription().WithOrder(int.MaxValue);
        }

        return app;
    }

    /// <summary>The path of the file's smallest form that the client understands; the path itself where there is none.</summary>
    private static PathString Encoded(HttpRequest request, PhysicalFileProvider files, PathString path)
    {
        var understood = request.GetTypedHeaders().AcceptEncoding;
        // A path is decoded once: a string that becomes a path by itself would be decoded again.
        return new(path.Value + Encodings.FirstOrDefault(encoding =>
            understood.Any(u => u.Value.Equals(encoding.Name, StringComparison.OrdinalIgnoreCase) && u.Quality is not 0)
            && files.GetFileInfo(path.Value + encoding.Ending).Exists).Ending);
    }

    private static bool IsEncoded(string? name) => Encodings.Any(encoding => name?.EndsWith(encoding.Ending, StringComparison.OrdinalIgnoreCase) == true);

    private static void Describe(StaticFileResponseContext context)
    {
        context.Context.Response.Headers.CacheControl =
            new FileInfo(context.File.PhysicalPath!).Directory!.Name == "assets" ? "public, max-age=31536000, immutable" : "no-cache";
        Describe(context.Context.Response, context.File);
    }

    private static void Describe(HttpResponse response, IFileInfo file)
    {
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (Encodings.FirstOrDefault(encoding => file.Name.EndsWith(encoding.Ending, StringComparison.Ordinal)).Name is { } encoding)
        {
            response.Headers.ContentEncoding = encoding;
        }
    }

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

    /// <summary>A compressed form is of the type of what it holds.</summary>
    private sealed class TypesOfEncoded : IContentTypeProvider
    {
        private readonly FileExtensionContentTypeProvider types = new();

        public bool TryGetContentType(string subpath, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out string contentType) =>
            types.TryGetContentType(IsEncoded(subpath) ? Path.ChangeExtension(subpath, null) : subpath, out contentType);
    }
}
