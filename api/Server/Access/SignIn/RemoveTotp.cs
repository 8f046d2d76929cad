namespace SecurityTracker.Server.Access.SignIn;

/// <summary>Forgets one's authenticator app.</summary>
public static class RemoveTotpEndpoint
{
    /// <summary>DELETE /api/account/totp.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapDelete("/account/totp", Handle)
        .Requires(Permission.OwnAccount)
        .RequiresRecentSignIn()
        .Produces(StatusCodes.Status204NoContent)
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("removeTotp")
        .WithTags("Account");

    private static async Task<IResult> Handle(HttpContext context, Accounts accounts, OfficesOfTheMinistry offices, CancellationToken ct)
    {
        var person = context.SessionAtHand().Person;
        if (await accounts.Of(person.Id, ct) is not { TotpSecret: not null })
        {
            return Problems.NotFound;
        }

        await accounts.RemoveWayIn(person.Id, Accounts.RemovingTotp(person.Id), offices.DemandSecondFactor(person.Value), ct);
        return Results.NoContent();
    }
}
