using FastEndpoints;
using SecurityTracker.Server.Access;
namespace SecurityTracker.Server.SignIn;

/// <summary>What is asked for.</summary>
/// <param name="DeviceId">The device.</param>
internal sealed record RevokeDeviceRequest([property: RouteParam] Guid DeviceId);

/// <summary>Signs out one of one's devices; at once, on every server.</summary>
internal sealed class RevokeDeviceEndpoint(Sessions sessions) : ApiEndpoint<RevokeDeviceRequest>
{
    public override void Configure()
    {
        Delete("/account/devices/{deviceId:guid}");
        Description(route => route
            .Requires(Permission.OwnAccount)
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(StatusCodes.Status404NotFound)
            .WithTags("Account"));
    }

    public override async Task<IResult> ExecuteAsync(RevokeDeviceRequest request, CancellationToken ct) =>
        await sessions.End(HttpContext.SessionAtHand().Person.Id, request.DeviceId, ct) ? Results.NoContent() : Problems.NotFound;
}
