using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.SignIn;

/// <summary>Asks the browser for one of one's own passkeys, to prove again to be the one.</summary>
internal sealed class AskForReauthenticationEndpoint(Passkeys passkeys) : ApiEndpoint
{
    public override void Configure()
    {
        Post("/session/re-authentication/options");
        Description(route => route
            .Requires(Permission.OwnAccount)
            .Produces<PasskeyQuestion>());
    }

    public override async Task<IResult> ExecuteAsync(CancellationToken ct)
    {
        var session = HttpContext.SessionAtHand().Session;
        return new Answer<PasskeyQuestion>(await passkeys.Ask(HttpContext, session.PersonId, session.Id, ct));
    }
}
