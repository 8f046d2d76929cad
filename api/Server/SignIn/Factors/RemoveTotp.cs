using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.SignIn;

/// <summary>Forgets one's authenticator app.</summary>
internal sealed class RemoveTotpEndpoint(Accounts accounts, OfficesOfTheMinistry offices) : ApiEndpoint
{
    public override void Configure()
    {
        Delete("/account/totp");
        Description(route => route
            .Requires(Permission.OwnAccount)
            .RequiresRecentSignIn()
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(StatusCodes.Status409Conflict)
            .WithTags("Account"));
    }

    public override async Task<IResult> ExecuteAsync(CancellationToken ct)
    {
        var person = HttpContext.SessionAtHand().Person;
        if (await accounts.Of(person.Id, ct) is not { TotpSecret: not null })
        {
            return Problems.NotFound;
        }

        await accounts.RemoveWayIn(person.Id, Accounts.RemovingTotp(person.Id), offices.DemandSecondFactor(person.Value), ct);
        return Results.NoContent();
    }
}
