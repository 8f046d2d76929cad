using SecurityTracker.Server.Access;
using SecurityTracker.Server.SignIn;

namespace SecurityTracker.Server.Reminders;

/// <summary>Makes the secret address by which a calendar program reads one's 期限; one that was made before is good no more.</summary>
internal sealed class MakeOwnCalendarEndpoint(CalendarFeeds feeds, SiteAddress site) : ApiEndpoint
{
    public override void Configure()
    {
        Post("/account/calendar");
        Description(route => route
            .Requires(Permission.OwnAccount)
            .Produces<CalendarAddress>(StatusCodes.Status201Created));
    }

    public override async Task<IResult> ExecuteAsync(CancellationToken ct) =>
        new Answer<CalendarAddress>(new($"{site.Value}/api/calendars/{await feeds.Make(HttpContext.SessionAtHand().Person.Id, ct)}.ics"), StatusCodes.Status201Created);
}
