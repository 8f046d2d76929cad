using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.SignIn;

/// <summary>What the authenticator app takes: as text, and as the address in the picture.</summary>
internal sealed record TotpSecret(string Secret, string Uri);

/// <summary>Begins to set up an authenticator app; nothing is in force before its first code.</summary>
internal sealed class BeginTotpEndpoint(Accounts accounts, Totp totp) : ApiEndpoint
{
    public override void Configure()
    {
        Post("/account/totp");
        Description(route => route
            .Requires(Permission.EnrolSecondFactor)
            .RequiresRecentSignIn()
            .Produces<TotpSecret>()
            .WithTags("Account"));
    }

    public override async Task<IResult> ExecuteAsync(CancellationToken ct)
    {
        var account = (await accounts.Of(HttpContext.SessionAtHand().Person.Id, ct)).OrNotFound();
        var (secret, kept) = totp.Fresh();
        await accounts.BeginTotp(account.PersonId, kept, ct);
        return new Answer<TotpSecret>(new(secret, Totp.Uri(secret, account.Mail)));
    }
}
