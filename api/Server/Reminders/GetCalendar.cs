using System.Security.Cryptography;
using System.Text;
using FastEndpoints;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reminders;

/// <summary>Names a calendar.</summary>
/// <param name="Token">What opens it: a secret.</param>
internal sealed record OfCalendar([property: RouteParam] string Token);

/// <summary>
/// A person's 期限 for a calendar program, which cannot sign in: whoever knows the address reads it, until its person takes it back, leaves, or
/// is no longer among the parties. It is as it stands now, and reading it changes nothing.
/// </summary>
internal sealed class GetCalendarEndpoint(CalendarFeeds feeds, OwnCalendar calendar) : ApiEndpoint<OfCalendar>
{
    private const string MediaType = "text/calendar; charset=utf-8";

    public override void Configure()
    {
        Get("/calendars/{token}");
        Description(route => route
            .Requires(Permission.SignIn)
            .Limited(RateLimits.Feeds)
            .Produces(StatusCodes.Status200OK, contentType: "text/calendar")
            .Produces(StatusCodes.Status304NotModified)
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status429TooManyRequests));
    }

    public override async Task<IResult> ExecuteAsync(OfCalendar request, CancellationToken ct)
    {
        // Programs take what it is from how the address ends.
        var token = request.Token.EndsWith(".ics", StringComparison.Ordinal) ? request.Token[..^4] : request.Token;
        if (await feeds.PersonOf(token, ct) is not { } person || await calendar.Of(person, ct) is not { } text)
        {
            return Problems.NotFound;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        var etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\"";
        HttpContext.Response.Headers.CacheControl = "private, no-cache";
        return Results.Bytes(bytes, MediaType, entityTag: new(etag));
    }
}
