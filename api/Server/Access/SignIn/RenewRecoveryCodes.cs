namespace SecurityTracker.Server.Access.SignIn;

/// <summary>Recovery codes; they are not shown again.</summary>
public sealed record RecoveryCodesAnswer(IReadOnlyList<string> RecoveryCodes);

/// <summary>Makes recovery codes in place of those before.</summary>
public static class RenewRecoveryCodesEndpoint
{
    /// <summary>POST /api/account/recovery-codes.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/account/recovery-codes", Handle)
        .Requires(Permission.OwnAccount)
        .RequiresRecentSignIn()
        .Produces<RecoveryCodesAnswer>()
        .WithName("renewRecoveryCodes")
        .WithTags("Account");

    private static async Task<IResult> Handle(HttpContext context, Accounts accounts, SecondFactors factors, CancellationToken ct)
    {
        var id = context.SessionAtHand().Person.Id;
        return await accounts.Of(id, ct) is null ? Problems.NotFound : new Answer<RecoveryCodesAnswer>(new(await factors.FreshCodes(id, ct)));
    }
}
