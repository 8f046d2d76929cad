using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.SignIn;

/// <summary>Signs out all of one's devices but the one at hand; at once, on every server.</summary>
internal sealed class RevokeOtherDevicesEndpoint(Sessions sessions) : ApiEndpoint
{
    public override void Configure()
    {
        Delete("/account/devices");
        Description(route => route
            .Requires(Permission.OwnAccount)
            .Produces(StatusCodes.Status204NoContent)
            .WithTags("Account"));
    }

    public override async Task<IResult> ExecuteAsync(CancellationToken ct)
    {
        var session = HttpContext.SessionAtHand().Session;
        await sessions.EndOthers(session.PersonId, session.Id, ct);
        return Results.NoContent();
    }
}
