using SecurityTracker.Server.Audit;

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

    private static async Task<IResult> Handle(HttpContext context, Sessions sessions, AuditLog audit, CancellationToken ct)
    {
        var session = context.SessionAtHand().Session;
        await sessions.End(session.PersonId, session.Id, ct);
        SessionCookie.Remove(context);
        await audit.Note(new(AuditKind.SIGNED_OUT, session.PersonId, OrganisationId: null, Role: null, Route: null, StatusCodes.Status204NoContent, Code: null), ct);
        return Results.NoContent();
    }
}
