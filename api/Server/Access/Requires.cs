using SecurityTracker.Server.Access.SignIn;

namespace SecurityTracker.Server.Access;

/// <summary>Puts a permission on a route.</summary>
public static class RequiresPermission
{
    /// <summary>The route answers 401 to who is not signed in and 403 <c>not-permitted</c> to an actor whose role lacks <paramref name="permission"/>, before anything else.</summary>
    public static RouteHandlerBuilder Requires(this RouteHandlerBuilder route, Permission permission) =>
        route.WithMetadata(permission);

    /// <summary>The middleware behind <see cref="Requires"/>: it stands before the body is read.</summary>
    public static IApplicationBuilder UsePermissions(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<Permission>() is { } permission
            && Refuse(permission, context.Features.Get<Identified>()!, context) is { } problem)
        {
            await problem.ExecuteAsync(context);
            return;
        }

        await next(context);
    });

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
