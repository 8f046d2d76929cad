using SecurityTracker.Domain;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.SignIn;

/// <summary>Who a request comes from: a session, a token, or nobody that is known.</summary>
/// <param name="Actor">Who acts; <see cref="ActorOfRequest.Nobody"/> as long as a sign-in is not complete.</param>
/// <param name="Session">The session, also one that is only begun.</param>
/// <param name="Token">The token.</param>
internal sealed record Identified(Actor Actor, SessionAtHand? Session, TokenInUse? Token);

/// <summary>Finds out who a request comes from. A token goes before a cookie, so that a program is never taken for the browser beside it.</summary>
internal static class Identification
{
    private const string Bearer = "Bearer ";

    /// <summary>Whether a request brings a token of ours, good or not. Every other <c>Authorization</c> is left alone.</summary>
    public static bool BringsToken(HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);

    /// <summary>Identifies a request; a token that is not valid is a 401 <c>token-not-valid</c>, wherever it is sent.</summary>
    public static IApplicationBuilder UseIdentification(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (await Identify(context) is not { } identified)
        {
            await SignInProblems.TokenNotValid.ExecuteAsync(context);
            return;
        }

        context.IsFrom(identified);
        await next(context);
    });

    /// <summary>Says of a request who it comes from, to those who keep its guards and to those who only want to know who acts.</summary>
    public static void IsFrom(this HttpContext context, Identified identified)
    {
        context.Features.Set(identified);
        context.Features.Set(identified.Actor);
    }

    /// <summary>The session of a request whose route needs one.</summary>
    public static SessionAtHand SessionAtHand(this HttpContext context) =>
        context.Features.Get<Identified>()?.Session ?? throw new InvalidOperationException("The route needs no session");

    private static async Task<Identified?> Identify(HttpContext context)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        if (BringsToken(context.Request))
        {
            return await services.GetRequiredService<Tokens>().Find(context.Request.Headers.Authorization.ToString()[Bearer.Length..].Trim(), ct) is { } token
                ? new(token.Actor, Session: null, token)
                : null;
        }

        var found = SessionCookie.Read(context.Request) is { } key ? await services.GetRequiredService<Sessions>().Find(SessionKey.HashOf(key), ct) : null;
        return new(found is { Session.Next: SignInStep.DONE } ? ActorOf(found, services.GetRequiredService<TimeProvider>()) : ActorOfRequest.Nobody, found, Token: null);
    }

    /// <summary>A membership that has ended, or that wants a second factor which this session has not seen, is acted as no more: the person stays signed in, and can do what needs none.</summary>
    private static Actor ActorOf(SessionAtHand found, TimeProvider time) =>
        found.Session.MembershipId is { } id && found.Person.Value.Acting(id, Tokyo.Today(time)) is { } membership && found.Session.Reaches(membership.Role)
            ? People.ActorOf(found.Person.Id, membership)
            : ActorOfRequest.Nobody with { PersonId = found.Person.Id };
}
