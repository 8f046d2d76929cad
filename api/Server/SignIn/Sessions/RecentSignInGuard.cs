using Microsoft.Extensions.Options;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.SignIn;

/// <summary>Keeps what a route asks for by <see cref="RequiresRecentSignInRoutes"/>.</summary>
internal static class RecentSignInGuard
{
    /// <summary>Until when a session's last proof is recent; null when it is no longer.</summary>
    public static DateTimeOffset? RecentUntil(this SignedIn session, SignInSettings settings, DateTimeOffset now)
    {
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
