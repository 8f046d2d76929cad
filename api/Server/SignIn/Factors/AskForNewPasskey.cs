using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.SignIn;

/// <summary>Asks the browser for a passkey that is new.</summary>
internal sealed class AskForNewPasskeyEndpoint(Passkeys passkeys, SessionDescription description) : ApiEndpoint
{
    public override void Configure()
    {
        Post("/account/passkeys/options");
        Description(route => route
            .Requires(Permission.EnrolSecondFactor)
            .RequiresRecentSignIn()
            .Produces<PasskeyQuestion>()
            .WithTags("Account"));
    }

    public override async Task<IResult> ExecuteAsync(CancellationToken ct)
    {
        var at = HttpContext.SessionAtHand();
        return new Answer<PasskeyQuestion>(await passkeys.AskForNew(HttpContext, await description.Describe(at, ct), at.Session.Id, ct));
    }
}
