using FastEndpoints;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reminders;

/// <summary>Names whose reminders.</summary>
/// <param name="Token">What the mail holds.</param>
internal sealed record OfSubscriber([property: RouteParam] string Token);

/// <summary>
/// By one click in a mail program (RFC 8058): less mail from now on. Of a contractor's people what is late stays, and the screen says why.
/// What stands in the request beside the address does not matter.
/// </summary>
internal sealed class UnsubscribeEndpoint(Unsubscribing tokens, OwnReminders reminders) : ApiEndpoint<OfSubscriber>
{
    public override void Configure()
    {
        Post("/unsubscribe/{token}");
        Description(route => route
            .Requires(Permission.SignIn)
            .Limited(RateLimits.SignIn)
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status429TooManyRequests));
    }

    public override async Task<IResult> ExecuteAsync(OfSubscriber request, CancellationToken ct)
    {
        if (tokens.PersonOf(request.Token) is not { } person)
        {
            return Problems.NotFound;
        }

        await reminders.Least(person, ct);
        return Results.NoContent();
    }
}
