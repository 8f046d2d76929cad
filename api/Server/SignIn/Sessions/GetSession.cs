using SecurityTracker.Domain;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.SignIn;

/// <summary>Who is signed in here.</summary>
internal sealed class GetSessionEndpoint(SessionDescription description, Accounts accounts, Actor actor) : ApiEndpoint
{
    public override void Configure()
    {
        Get("/session");
        Description(route => route
            .Requires(Permission.CompleteSignIn)
            .Reads<SessionDetails>());
    }

    public override async Task<IResult> ExecuteAsync(CancellationToken ct)
    {
        var at = HttpContext.SessionAtHand();
        var factors = at.Session.Next == SignInStep.SECOND_FACTOR ? (await accounts.Of(at.Person.Id, ct))?.Factors ?? [] : [];
        return new Answer<SessionDetails>(await description.Describe(at, factors, actor, ct));
    }
}
