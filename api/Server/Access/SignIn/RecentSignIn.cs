using Microsoft.Extensions.Options;

namespace SecurityTracker.Server.Access.SignIn;

/// <summary>Marks a route whose act wants the person to have proved lately to be the one, or a token with the scope <c>acts</c>.</summary>
public sealed record RecentSignIn
{
    /// <summary>The only one.</summary>
    public static RecentSignIn Wanted { get; } = new();
}

/// <summary>Puts the mark on a route, and enforces it.</summary>
public static class RequiresRecentSignInRoutes
{
    /// <summary>The route answers 403 <c>re-authentication-required</c> unless the session was (re)authenticated in the last minutes (<see cref="SignInSettings.RecentMinutes"/>).</summary>
    public static RouteHandlerBuilder RequiresRecentSignIn(this RouteHandlerBuilder route) => route.WithMetadata(RecentSignIn.Wanted);

    /// <summary>Until when a session's last proof is recent; null when it is no longer.</summary>
    public static DateTimeOffset? RecentUntil(this SignedIn session, SignInSettings settings, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(settings);
        var until = session.ReauthenticatedAt.AddMinutes(settings.RecentMinutes);
        return now < until ? until : null;
    }

    /// <summary>The middleware behind the mark; it stands behind the permissions, so that it tells nothing to who may not.</summary>
    public static IApplicationBuilder UseRecentSignIn(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<RecentSignIn>() is not null
            && context.Features.Get<Identified>() is { Session.Session: { Next: SignInStep.DONE } session }
            && session.RecentUntil(context.RequestServices.GetRequiredService<IOptions<SignInSettings>>().Value, context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()) is null)
        {
            await SignInProblems.ReauthenticationRequired.ExecuteAsync(context);
            return;
        }

        await next(context);
    });
}
