using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.SignIn;

/// <summary>Recovery codes; they are not shown again.</summary>
internal sealed record RecoveryCodesAnswer(IReadOnlyList<string> RecoveryCodes);

/// <summary>Makes recovery codes in place of those before.</summary>
internal sealed class RenewRecoveryCodesEndpoint(Accounts accounts, SecondFactors factors) : ApiEndpoint
{
    public override void Configure()
    {
        Post("/account/recovery-codes");
        Description(route => route
            .Requires(Permission.OwnAccount)
            .RequiresRecentSignIn()
            .Produces<RecoveryCodesAnswer>()
            .WithTags("Account"));
    }

    public override async Task<IResult> ExecuteAsync(CancellationToken ct)
    {
        var id = HttpContext.SessionAtHand().Person.Id;
        return await accounts.Of(id, ct) is null ? Problems.NotFound : new Answer<RecoveryCodesAnswer>(new(await factors.FreshCodes(id, ct)));
    }
}
