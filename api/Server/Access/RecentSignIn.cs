namespace SecurityTracker.Server.Access;

/// <summary>Marks a route whose act wants the person to have proved lately to be the one, or a token with the scope <c>acts</c>.</summary>
internal sealed record RecentSignIn
{
    /// <summary>The only one.</summary>
    public static RecentSignIn Wanted { get; } = new();
}

/// <summary>Puts the mark on a route.</summary>
internal static class RequiresRecentSignInRoutes
{
    /// <summary>The route answers 403 <c>re-authentication-required</c> unless the session was (re)authenticated in the last minutes (<c>SignIn:RecentMinutes</c>).</summary>
    public static RouteHandlerBuilder RequiresRecentSignIn(this RouteHandlerBuilder route) => route.WithMetadata(RecentSignIn.Wanted);
}
