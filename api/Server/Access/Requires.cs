using Microsoft.AspNetCore.Authorization;
using SecurityTracker.Server.Access.SignIn;

namespace SecurityTracker.Server.Access;

/// <summary>
/// Puts a permission on a route, and keeps it. What guards a request hangs on its route's metadata and on nothing else: a route names
/// its permission, or says that it is open (<c>AllowAnonymous</c>); one that says neither is refused, at the start and when it is asked.
/// </summary>
public static class RequiresPermission
{
    /// <summary>The route answers 401 to who is not signed in and 403 <c>not-permitted</c> to an actor whose role lacks <paramref name="permission"/>, before anything else.</summary>
    public static RouteHandlerBuilder Requires(this RouteHandlerBuilder route, Permission permission) =>
        route.WithMetadata(permission);

    /// <summary>Whether a request meets everything that guards the API: each does but those to a route that says it is open, also one to no route at all.</summary>
    public static bool IsGuarded(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null;
    }

    /// <summary>Stops the start where a route says neither who may nor that it is open, or both; each is named.</summary>
    public static void RefuseUndeclaredRoutes(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var undeclared = app.DataSources.SelectMany(source => source.Endpoints)
            .Where(e => e.Metadata.GetMetadata<Permission>() is null == e.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(e => e.DisplayName)
            .ToList();
        if (undeclared.Count > 0)
        {
            throw new StartRefusedException($"Not started: these routes must either name a permission (Requires) or say that they are open (AllowAnonymous): {string.Join("; ", undeclared)}.");
        }
    }

    /// <summary>The middleware behind <see cref="Requires"/>: it stands before the body is read.</summary>
    public static IApplicationBuilder UsePermissions(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (Refuse(context) is { } problem)
        {
            await problem.ExecuteAsync(context);
            return;
        }

        await next(context);
    });

    // The framework's own answers, 405 and 415, are endpoints too, and no routes.
    private static Problem? Refuse(HttpContext context) => context.GetEndpoint() switch
    {
        { } route when route.Metadata.GetMetadata<Permission>() is { } permission => Refuse(permission, context.Features.Get<Identified>()!, context),
        RouteEndpoint => Problems.NotPermitted,
        _ => null,
    };

    private static Problem? Refuse(Permission permission, Identified who, HttpContext context) => (permission.Reach, who) switch
    {
        (Reach.ANYONE, _) => null,
        (not Reach.MEMBERSHIP, { Token: not null }) => SignInProblems.SessionRequired,
        (_, { Token: { } token }) => !permission.Allows(who.Actor) ? Problems.NotPermitted : token.Allows(context) ? null : SignInProblems.ScopeMissing,
        (_, { Session: null }) => SignInProblems.SignInRequired,
        (Reach.BEGUN_SESSION, _) => null,
        (_, { Session.Session.Next: SignInStep.SECOND_FACTOR }) => SignInProblems.SecondFactorRequired,
        (Reach.ENROLLING_SESSION, _) => null,
        (_, { Session.Session.Next: SignInStep.ENROL_SECOND_FACTOR }) => SignInProblems.EnrolSecondFactor,
        (Reach.SESSION, _) => null,
        _ => permission.Allows(who.Actor) ? null : Problems.NotPermitted,
    };
}
