namespace SecurityTracker.Server.Access.SignIn;

/// <summary>Signs out one of one's devices, or all but the one at hand; at once, on every server.</summary>
public static class RevokeDevicesEndpoint
{
    /// <summary>DELETE /api/account/devices/{deviceId} and /api/account/devices.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapDelete("/account/devices/{deviceId:guid}", RevokeOne)
            .Requires(Permission.OwnAccount)
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(StatusCodes.Status404NotFound)
            .WithName("revokeDevice")
            .WithTags("Account");
        api.MapDelete("/account/devices", RevokeOthers)
            .Requires(Permission.OwnAccount)
            .Produces(StatusCodes.Status204NoContent)
            .WithName("revokeOtherDevices")
            .WithTags("Account");
    }

    private static async Task<IResult> RevokeOne(Guid deviceId, HttpContext context, Sessions sessions, CancellationToken ct) =>
        await sessions.End(context.SessionAtHand().Person.Id, deviceId, ct) ? Results.NoContent() : Problems.NotFound;

    private static async Task<IResult> RevokeOthers(HttpContext context, Sessions sessions, CancellationToken ct)
    {
        var session = context.SessionAtHand().Session;
        await sessions.EndOthers(session.PersonId, session.Id, ct);
        return Results.NoContent();
    }
}
