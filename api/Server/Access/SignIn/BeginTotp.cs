namespace SecurityTracker.Server.Access.SignIn;

/// <summary>What the authenticator app takes: as text, and as the address in the picture.</summary>
public sealed record TotpSecret(string Secret, string Uri);

/// <summary>Begins to set up an authenticator app; nothing is in force before its first code.</summary>
public static class BeginTotpEndpoint
{
    /// <summary>POST /api/account/totp.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/account/totp", Handle)
        .Requires(Permission.EnrolSecondFactor)
        .RequiresRecentSignIn()
        .Produces<TotpSecret>()
        .WithName("beginTotp")
        .WithTags("Account");

    private static async Task<IResult> Handle(HttpContext context, Accounts accounts, Totp totp, CancellationToken ct)
    {
        if (await accounts.Of(context.SessionAtHand().Person.Id, ct) is not { } account)
        {
            return Problems.NotFound;
        }

        var (secret, kept) = totp.Fresh();
        await accounts.BeginTotp(account.PersonId, kept, ct);
        return new Answer<TotpSecret>(new(secret, Totp.Uri(secret, account.Mail)));
    }
}
