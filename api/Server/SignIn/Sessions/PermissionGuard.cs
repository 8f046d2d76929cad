using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.SignIn;

/// <summary>Keeps the permission that a route names (<see cref="RequiresPermission"/>) against whoever asks.</summary>
internal static class PermissionGuard
{
    /// <summary>The middleware behind <c>Requires</c>: it stands before the body is read.</summary>
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
        (_, { Session: null }) => Problems.SignInRequired,
        (Reach.BEGUN_SESSION, _) => null,
        (_, { Session.Session.Next: SignInStep.SECOND_FACTOR }) => SignInProblems.SecondFactorRequired,
        (Reach.ENROLLING_SESSION, _) => null,
        (_, { Session.Session.Next: SignInStep.ENROL_SECOND_FACTOR }) => SignInProblems.EnrolSecondFactor,
        (Reach.SESSION, _) => null,
        _ => permission.Allows(who.Actor) ? null : Problems.NotPermitted,
    };
}
