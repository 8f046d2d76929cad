using FastEndpoints;
using SecurityTracker.Server.Access;
namespace SecurityTracker.Server.SignIn;

/// <summary>What is asked for.</summary>
/// <param name="TokenId">The token.</param>
internal sealed record RevokeTokenRequest([property: RouteParam] Guid TokenId);

/// <summary>Revokes one of one's tokens; at once, on every server.</summary>
internal sealed class RevokeTokenEndpoint(Tokens tokens) : ApiEndpoint<RevokeTokenRequest>
{
    public override void Configure()
    {
        Delete("/account/tokens/{tokenId:guid}");
        Description(route => route
            .Requires(Permission.OwnAccount)
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(StatusCodes.Status404NotFound)
            .WithTags("Account"));
    }

    public override async Task<IResult> ExecuteAsync(RevokeTokenRequest request, CancellationToken ct) =>
        await tokens.Revoke(HttpContext.SessionAtHand().Person.Id, request.TokenId, ct) ? Results.NoContent() : Problems.NotFound;
}
