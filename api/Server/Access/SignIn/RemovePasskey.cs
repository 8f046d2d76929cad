namespace SecurityTracker.Server.Access.SignIn;

/// <summary>Forgets one of one's passkeys.</summary>
public static class RemovePasskeyEndpoint
{
    /// <summary>DELETE /api/account/passkeys/{passkeyId}.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapDelete("/account/passkeys/{passkeyId:guid}", Handle)
        .Requires(Permission.OwnAccount)
        .RequiresRecentSignIn()
        .Produces(StatusCodes.Status204NoContent)
        .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)
        .WithName("removePasskey")
        .WithTags("Account");

    private static async Task<IResult> Handle(Guid passkeyId, HttpContext context, Accounts accounts, Passkeys passkeys, OfficesOfTheMinistry offices, CancellationToken ct)
    {
        var person = context.SessionAtHand().Person;
        var mine = await passkeys.Of(person.Id, ct);
        if (mine.All(passkey => passkey.Id != passkeyId))
        {
            return Problems.NotFound;
        }

        await accounts.RemoveWayIn(person.Id, Passkeys.Removing(person.Id, passkeyId), offices.DemandSecondFactor(person.Value), ct);
        return Results.NoContent();
    }
}
