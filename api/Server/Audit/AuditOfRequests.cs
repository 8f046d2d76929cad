using SecurityTracker.Server.Access.SignIn;

namespace SecurityTracker.Server.Audit;

/// <summary>Marks a route whose answer is a file that leaves the program.</summary>
public sealed record Export;

/// <summary>Notes refusals and exports of what is guarded, before the answer goes out.</summary>
public static class AuditOfRequests
{
    /// <summary>The route's answer is a file that leaves the program: it is noted, and limited in number.</summary>
    public static TBuilder Exports<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new Export()).Limited(RateLimits.Exports);

    /// <summary>Stands before the identification: it also notes what was refused before anybody was known.</summary>
    public static IApplicationBuilder UseAudit(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() => KindOf(context) is { } kind ? Note(context, kind) : Task.CompletedTask);
        return next(context);
    });

    private static AuditKind? KindOf(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound or StatusCodes.Status429TooManyRequests => AuditKind.REFUSED,
        StatusCodes.Status200OK when context.GetEndpoint()?.Metadata.GetMetadata<Export>() is not null => AuditKind.EXPORTED,
        _ => null,
    };

    private static async Task Note(HttpContext context, AuditKind kind)
    {
        var (services, actor) = (context.RequestServices, context.Features.Get<Identified>()?.Actor ?? Identification.Nobody);
        if (actor.PersonId is null && !services.GetRequiredService<RefusalsOfStrangers>().AreNoted())
        {
            return;
        }

        var route = context.GetEndpoint() is RouteEndpoint endpoint ? $"{context.Request.Method} {endpoint.RoutePattern.RawText}" : null;
        // Not the request's own token: what is refused to someone who hangs up is refused all the same.
        await services.GetRequiredService<AuditLog>().Note(
            new(kind, actor.PersonId, actor.OrganisationId, actor.Role, route, context.Response.StatusCode, context.Features.Get<Problem>()?.Code), CancellationToken.None);
    }
}
