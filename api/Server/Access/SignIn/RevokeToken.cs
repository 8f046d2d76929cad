namespace SecurityTracker.Server.Access.SignIn;

/// <summary>Revokes one of one's tokens; at once, on every server.</summary>
public static class RevokeTokenEndpoint
{
    /// <summary>DELETE /api/account/tokens/{tokenId}.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapDelete("/account/tokens/{tokenId:guid}", Handle)
        .Requires(Permission.OwnAccount)
        .Produces(StatusCodes.Status204NoContent)
        .Refuses(StatusCodes.Status404NotFound)
        .WithName("revokeToken")
        .WithTags("Account");

    private static async Task<IResult> Handle(Guid tokenId, HttpContext context, Tokens tokens, CancellationToken ct) =>
        await tokens.Revoke(context.SessionAtHand().Person.Id, tokenId, ct) ? Results.NoContent() : Problems.NotFound;
}
