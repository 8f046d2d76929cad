using SecurityTracker.Server.Access;
using SecurityTracker.Server.Audit;

namespace SecurityTracker.Server.SignIn;

/// <summary>Ends the session at hand.</summary>
internal sealed class SignOutEndpoint(Sessions sessions, AuditLog audit) : ApiEndpoint
{
    public override void Configure()
    {
        Delete("/session");
        Description(route => route
            .Requires(Permission.CompleteSignIn)
            .Produces(StatusCodes.Status204NoContent));
    }

    public override async Task<IResult> ExecuteAsync(CancellationToken ct)
    {
        var session = HttpContext.SessionAtHand().Session;
        await sessions.End(session.PersonId, session.Id, ct);
        SessionCookie.Remove(HttpContext);
        await audit.Note(new(AuditKind.SIGNED_OUT, session.PersonId, OrganisationId: null, Role: null, Route: null, StatusCodes.Status204NoContent, Code: null), ct);
        return Results.NoContent();
    }
}
