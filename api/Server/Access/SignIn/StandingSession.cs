using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Access.SignIn;

/// <summary>Marks a route that asks for the session beside what it reads.</summary>
public sealed record AsksBeside;

/// <summary>
/// A session that is taken to stand as it did last. Whether it does is asked beside what the route reads, in the same round trip, and
/// known before anything of the answer leaves; if it does not, the request begins anew with what does. For routes that only read.
/// </summary>
public sealed class StandingSession(EventStore store, Sessions sessions, byte[] keyHash, SessionAtHand taken)
{
    private bool asked;
    private SessionRow? found;

    /// <summary>The question, to be sent together with another reading.</summary>
    public Reading<SessionRow?> Reading => sessions.Row(keyHash, row => (asked, found) = (true, row));

    /// <summary>Whether it turned out not to stand as it did.</summary>
    public bool Refuted { get; private set; }

    /// <summary>Whether it stands as it did; where the route has not asked, it is asked now.</summary>
    public async Task<bool> Holds(CancellationToken ct)
    {
        if (!asked)
        {
            await store.Read(Reading, ct);
        }

        Refuted = found is not { } row || !row.IsStill(taken);
        if (!Refuted)
        {
            await sessions.Seen(found!.Value.Session, ct);
        }

        return !Refuted;
    }
}

/// <summary>Puts <see cref="AsksBeside"/> on a route.</summary>
public static class StandingSessions
{
    /// <summary>The route sends <see cref="StandingSession.Reading"/> beside its own, and its answer goes out only if the session stands.</summary>
    public static RouteHandlerBuilder AsksForSessionBeside(this RouteHandlerBuilder route) => route
        .WithMetadata(new AsksBeside())
        .AddEndpointFilter(async (invocation, next) =>
        {
            var answer = await next(invocation);
            return invocation.HttpContext.Features.Get<StandingSession>() is not { } standing || await standing.Holds(invocation.HttpContext.RequestAborted)
                ? answer
                : Results.Empty;
        });

    /// <summary>The question whether the session stands, if this request still has to ask it.</summary>
    public static Reading<SessionRow?>? SessionToAskFor(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<StandingSession>()?.Reading;
    }
}
