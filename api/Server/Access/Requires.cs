using SecurityTracker.Domain;

namespace SecurityTracker.Server.Access;

/// <summary>Puts a permission on a route.</summary>
public static class RequiresPermission
{
    /// <summary>The route answers 403 <c>not-permitted</c> to an actor whose role lacks <paramref name="permission"/>, before anything else.</summary>
    public static RouteHandlerBuilder Requires(this RouteHandlerBuilder route, Permission permission) =>
        route.WithMetadata(permission);

    /// <summary>The middleware behind <see cref="Requires"/>: it stands before the body is read.</summary>
    public static IApplicationBuilder UsePermissions(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<Permission>() is { } permission
            && !permission.Allows(context.RequestServices.GetRequiredService<Actor>()))
        {
            await Problems.NotPermitted.ExecuteAsync(context);
            return;
        }

        await next(context);
    });
}
