using SecurityTracker.Domain;

namespace SecurityTracker.Server.Access.SignIn;

/// <summary>Who is signed in here.</summary>
public static class GetSessionEndpoint
{
    /// <summary>GET /api/session.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/session", Handle)
        .Requires(Permission.CompleteSignIn)
        .Reads<SessionDetails>()
        .WithName("getSession")
        .WithTags("SignIn");

    private static async Task<IResult> Handle(HttpContext context, SessionDescription description, Accounts accounts, Actor actor, CancellationToken ct)
    {
        var at = context.SessionAtHand();
        var factors = at.Session.Next == SignInStep.SECOND_FACTOR ? (await accounts.Of(at.Person.Id, ct))?.Factors ?? [] : [];
        return new Answer<SessionDetails>(await description.Describe(at, factors, actor, ct));
    }
}
