namespace SecurityTracker.Server.SignIn;

/// <summary>The session of a request whose route needs none, by how far its sign-in has come.</summary>
internal static class SessionsOfRequests
{
    /// <summary>The session that waits for its second factor, or null.</summary>
    public static SignedIn? Begun(this HttpContext context) =>
        context.Features.Get<Identified>()?.Session?.Session is { Next: SignInStep.SECOND_FACTOR } begun ? begun : null;

    /// <summary>The session of who is signed in, or null.</summary>
    public static SignedIn? SignedInHere(this HttpContext context) =>
        context.Features.Get<Identified>()?.Session?.Session is { Next: SignInStep.DONE } signedIn ? signedIn : null;

    /// <summary>The session of somebody else than was invited, or null.</summary>
    public static SignedIn? SignedInBeside(this HttpContext context, Account? invited) =>
        context.SignedInHere() is { } signedIn && signedIn.PersonId != invited?.PersonId ? signedIn : null;
}
