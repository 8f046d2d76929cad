using SecurityTracker.Server.Access;
using SecurityTracker.Server.SignIn;

namespace SecurityTracker.Server.Reminders;

/// <summary>Takes the address of one's calendar back: from now on nobody reads by it.</summary>
internal sealed class RevokeOwnCalendarEndpoint(CalendarFeeds feeds) : ApiEndpoint
{
    public override void Configure()
    {
        Delete("/account/calendar");
        Description(route => route
            .Requires(Permission.OwnAccount)
            .Produces(StatusCodes.Status204NoContent));
    }

    public override async Task<IResult> ExecuteAsync(CancellationToken ct)
    {
        await feeds.Revoke(HttpContext.SessionAtHand().Person.Id, ct);
        return Results.NoContent();
    }
}
