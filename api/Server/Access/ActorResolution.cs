using SecurityTracker.Domain;

namespace SecurityTracker.Server.Access;

/// <summary>
/// Until sign-in exists, a request says who acts in the header <c>Actor</c> (a person's id), or, where the browser itself asks
/// (a download, the PDF beside a report), in the cookie <c>actor</c>; without either the installation's own officer acts. That is why the server listens on loopback alone.
/// </summary>
public static class ActorResolution
{
    /// <summary>The header.</summary>
    public const string Header = "Actor";

    private const string Cookie = "actor";

    /// <summary>Finds the actor of an API request; an id that is nobody's is a 400 <c>actor-unknown</c>.</summary>
    public static IApplicationBuilder UseActor(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var actor = await Resolve(context);
        if (actor is null)
        {
            await Problems.ActorUnknown.ExecuteAsync(context);
            return;
        }

        context.Features.Set(actor);
        await next(context);
    });

    /// <summary>The actor of the request, for injection; outside of any request the program itself acts.</summary>
    public static Actor Current(IServiceProvider services) => services.GetRequiredService<IHttpContextAccessor>().HttpContext is { } request
        ? request.Features.Get<Actor>() ?? throw new InvalidOperationException("A request without its actor")
        : Actor.System;

    private static async Task<Actor?> Resolve(HttpContext context)
    {
        var header = context.Request.Headers[Header];
        var chosen = header.Count == 0 ? context.Request.Cookies[Cookie] : header.ToString();
        if (string.IsNullOrEmpty(chosen) && header.Count == 0)
        {
            return Actors.Default;
        }

        return Guid.TryParse(chosen, out var id)
            ? await context.RequestServices.GetRequiredService<Actors>().Find(id, context.RequestAborted)
            : null;
    }
}
