using SecurityTracker.Server.Access;
using SecurityTracker.Server.SignIn;

namespace SecurityTracker.Server.Reminders;

/// <summary>Whether one's 期限 are read by a calendar program, and since when.</summary>
internal sealed class GetOwnCalendarEndpoint(CalendarFeeds feeds) : ApiEndpoint
{
    public override void Configure()
    {
        Get("/account/calendar");
        Description(route => route
            .Requires(Permission.OwnAccount)
            .Produces<CalendarDetails>());
    }

    public override async Task<IResult> ExecuteAsync(CancellationToken ct) =>
        new Answer<CalendarDetails>(new(await feeds.Since(HttpContext.SessionAtHand().Person.Id, ct)));
}
