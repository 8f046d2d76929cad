using FastEndpoints;
using SecurityTracker.Server.Access;
namespace SecurityTracker.Server.SignIn;

/// <summary>What is asked for.</summary>
/// <param name="PasskeyId">The passkey.</param>
internal sealed record RemovePasskeyRequest([property: RouteParam] Guid PasskeyId);

/// <summary>Forgets one of one's passkeys.</summary>
internal sealed class RemovePasskeyEndpoint(Accounts accounts, Passkeys passkeys, OfficesOfTheMinistry offices) : ApiEndpoint<RemovePasskeyRequest>
{
    public override void Configure()
    {
        Delete("/account/passkeys/{passkeyId:guid}");
        Description(route => route
            .Requires(Permission.OwnAccount)
            .RequiresRecentSignIn()
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)
            .WithTags("Account"));
    }

    public override async Task<IResult> ExecuteAsync(RemovePasskeyRequest request, CancellationToken ct)
    {
        var person = HttpContext.SessionAtHand().Person;
        var mine = await passkeys.Of(person.Id, ct);
        if (mine.All(passkey => passkey.Id != request.PasskeyId))
        {
            return Problems.NotFound;
        }

        await accounts.RemoveWayIn(person.Id, Passkeys.Removing(person.Id, request.PasskeyId), offices.DemandSecondFactor(person.Value), ct);
        return Results.NoContent();
    }
}
