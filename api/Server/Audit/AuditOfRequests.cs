using SecurityTracker.Server.Access.SignIn;

namespace SecurityTracker.Server.Audit;

/// <summary>Marks a route whose answer is a file that leaves the program.</summary>
public sealed record Export;

/// <summary>What is done before a refusal goes out, while another answer can still be given. A feature of the request.</summary>
public sealed record BeforeRefusal(Func<Problem, Task> Do);

/// <summary>Notes refusals and exports of what is guarded, before the answer goes out.</summary>
public static class AuditOfRequests
{
    /// <summary>The route's answer is a file that leaves the program: it is noted, and limited in number.</summary>
    public static TBuilder Exports<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new Export()).Limited(RateLimits.Exports);

    /// <summary>Notes a file of a marked route before it goes out. A refusal is no file.</summary>
    public static Task NoteExport(this HttpContext context, IResult answer)
    {
        ArgumentNullException.ThrowIfNull(context);
        return answer is not Problem && context.GetEndpoint()?.Metadata.GetMetadata<Export>() is not null
            ? Note(context, AuditKind.EXPORTED, StatusCodes.Status200OK, code: null)
            : Task.CompletedTask;
    }

    /// <summary>What is refused from here on is noted before it is answered, wherever the refusal comes from and whether anybody is known yet: a database that is away makes a 503 of it.</summary>
    public static IApplicationBuilder UseAudit(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Features.Set(new BeforeRefusal(problem => IsNoted(problem.Status) ? Note(context, AuditKind.REFUSED, problem.Status, problem.Code) : Task.CompletedTask));
        return next(context);
    });

    private static bool IsNoted(int status) =>
        status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound or StatusCodes.Status429TooManyRequests;

    private static async Task Note(HttpContext context, AuditKind kind, int status, string? code)
    {
        var (services, actor) = (context.RequestServices, context.Features.Get<Identified>()?.Actor ?? Identification.Nobody);
        if (actor.PersonId is null && !services.GetRequiredService<RefusalsOfStrangers>().AreNoted())
        {
            return;
        }

        var route = context.GetEndpoint() is RouteEndpoint endpoint ? $"{context.Request.Method} {endpoint.RoutePattern.RawText}" : null;
        // Not the request's own token: what is refused to someone who hangs up is refused all the same.
        await services.GetRequiredService<AuditLog>().Note(new(kind, actor.PersonId, actor.OrganisationId, actor.Role, route, status, code), CancellationToken.None);
    }
}
