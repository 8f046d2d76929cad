using SecurityTracker.Server.Access;
using SecurityTracker.Server.SignIn.Providers;

namespace SecurityTracker.Server.SignIn;

/// <summary>One browser that is signed in.</summary>
internal sealed record DeviceDetails(Guid Id, bool Current, string UserAgent, SignInMethod Method, DateTimeOffset SignedInAt, DateTimeOffset LastSeenAt);

/// <summary>An authenticator app.</summary>
internal sealed record TotpDetails(DateTimeOffset Since);

/// <summary>A person's own account.</summary>
internal sealed record AccountDetails(
    OwnPerson Person, bool HasPassword, bool SecondFactorRequired, TotpDetails? Totp, int RecoveryCodesLeft, IReadOnlyList<PasskeyDetails> Passkeys,
    IReadOnlyList<DeviceDetails> Devices, IReadOnlyList<TokenDetails> Tokens, IReadOnlyList<LinkedProvider> Providers);

/// <summary>One's own account: factors, devices, tokens.</summary>
internal sealed class GetAccountEndpoint(
    Accounts accounts, Passkeys passkeys, Sessions sessions, Tokens tokens, SessionDescription description, OfficesOfTheMinistry offices, LinkedProviders linked) : ApiEndpoint
{
    public override void Configure()
    {
        Get("/account");
        Description(route => route
            .Requires(Permission.OwnAccount)
            .Produces<AccountDetails>()
            .WithTags("Account"));
    }

    public override async Task<IResult> ExecuteAsync(CancellationToken ct)
    {
        var at = HttpContext.SessionAtHand();
        var account = await accounts.Of(at.Person.Id, ct);
        return new Answer<AccountDetails>(new(
            await description.Describe(at, ct), account?.PasswordHash is not null, offices.DemandSecondFactor(at.Person.Value),
            account is { TotpSecret: not null, TotpSince: { } since } ? new(since) : null, account?.RecoveryCodes ?? 0, await passkeys.Of(at.Person.Id, ct),
            [.. (await sessions.Of(at.Person.Id, ct)).Select(s => new DeviceDetails(s.Id, s.Id == at.Session.Id, s.UserAgent, s.Method, s.SignedInAt, s.LastSeenAt))],
            await tokens.Of(at.Person.Id, ct), await linked.Of(at.Person.Id, ct)));
    }
}
