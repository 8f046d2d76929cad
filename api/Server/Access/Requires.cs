using Microsoft.AspNetCore.Authorization;
using SecurityTracker.Server.Postgres;

namespace SecurityTracker.Server.Access;

/// <summary>
/// Puts a permission on a route. What guards a request hangs on its route's metadata and on nothing else: a route names
/// its permission, or says that it is open (<c>AllowAnonymous</c>); one that says neither is refused, at the start and when it is asked.
/// </summary>
internal static class RequiresPermission
{
    /// <summary>The route answers 401 to who is not signed in and 403 <c>not-permitted</c> to an actor whose role lacks <paramref name="permission"/>, before anything else.</summary>
    public static RouteHandlerBuilder Requires(this RouteHandlerBuilder route, Permission permission) =>
        route.WithMetadata(permission);

    /// <summary>Whether a request meets everything that guards the API: each does but those to a route that says it is open, also one to no route at all.</summary>
    public static bool IsGuarded(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null;

    /// <summary>Stops the start where a route says neither who may nor that it is open, or both; each is named.</summary>
    public static void RefuseUndeclaredRoutes(this IEndpointRouteBuilder app)
    {
        var undeclared = app.DataSources.SelectMany(source => source.Endpoints)
            .Where(e => e.Metadata.GetMetadata<Permission>() is null == e.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(e => e.DisplayName)
            .ToList();
        if (undeclared.Count > 0)
        {
            throw new StartRefusedException($"Not started: these routes must either name a permission (Requires) or say that they are open (AllowAnonymous): {string.Join("; ", undeclared)}.");
        }
    }
}
