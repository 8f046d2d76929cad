using FastEndpoints;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.SignIn;

/// <summary>What is asked for.</summary>
/// <param name="ServiceAccountId">The account.</param>
/// <param name="TokenId">The token.</param>
internal sealed record RevokeServiceTokenRequest([property: RouteParam] Guid ServiceAccountId, [property: RouteParam] Guid TokenId);

/// <summary>Ends a token of an account of a program.</summary>
internal sealed class RevokeServiceTokenEndpoint(ServiceAccounts accounts, Tokens tokens) : ApiEndpoint<RevokeServiceTokenRequest>
{
    public override void Configure()
    {
        Delete("/service-accounts/{serviceAccountId:guid}/tokens/{tokenId:guid}");
        Description(route => route
            .Requires(Permission.ManagePeople)
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(StatusCodes.Status404NotFound));
    }

    public override async Task<IResult> ExecuteAsync(RevokeServiceTokenRequest request, CancellationToken ct) =>
        await accounts.IsOurs(request.ServiceAccountId, ct) && await tokens.Revoke(request.ServiceAccountId, request.TokenId, ct) ? Results.NoContent() : Problems.NotFound;
}
