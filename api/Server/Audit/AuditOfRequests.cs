using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Audit;

/// <summary>Notes refusals and exports of what is guarded, before the answer goes out.</summary>
internal static class AuditOfRequests
{
    /// <summary>What is refused from here on is noted before it is answered, wherever the refusal comes from and whether anybody is known yet: a database that is away makes a 503 of it.</summary>
    public static IApplicationBuilder UseAudit(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Features.Set(new BeforeExport(() => Note(context, AuditKind.EXPORTED, StatusCodes.Status200OK, code: null)));
        context.Features.Set(new BeforeRefusal(problem => IsNoted(problem.Status) ? Note(context, AuditKind.REFUSED, problem.Status, problem.Code) : Task.CompletedTask));
        return next(context);
    });

    private static bool IsNoted(int status) =>
        status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound or StatusCodes.Status429TooManyRequests;

    private static async Task Note(HttpContext context, AuditKind kind, int status, string? code)
    {
        var (services, actor) = (context.RequestServices, ActorOfRequest.Of(context));
        if (actor.PersonId is null && !services.GetRequiredService<RefusalsOfStrangers>().AreNoted())
        {
            return;
        }

        var route = context.GetEndpoint() is RouteEndpoint endpoint ? $"{context.Request.Method} {endpoint.RoutePattern.RawText}" : null;
        // Not the request's own token: what is refused to someone who hangs up is refused all the same.
        await services.GetRequiredService<AuditLog>().Note(new(kind, actor.PersonId, actor.OrganisationId, actor.Role, route, status, code), CancellationToken.None);
    }
}
