namespace SecurityTracker.Server.Access.SignIn;

/// <summary>Ends the session at hand.</summary>
public static class SignOutEndpoint
{
    /// <summary>DELETE /api/session.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapDelete("/session", Handle)
        .Requires(Permission.CompleteSignIn)
        .Produces(StatusCodes.Status204NoContent)
        .WithName("signOut")
        .WithTags("SignIn");

    private static async Task<IResult> Handle(HttpContext context, Sessions sessions, CancellationToken ct)
    {
        var session = context.SessionAtHand().Session;
        await sessions.End(session.PersonId, session.Id, ct);
        SessionCookie.Remove(context);
        return Results.NoContent();
    }
}
