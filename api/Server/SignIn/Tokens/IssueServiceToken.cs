using SecurityTracker.Server.Access;
using SecurityTracker.Server.Idempotency;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn;

/// <summary>Gives an account of a program a token.</summary>
internal sealed class IssueServiceTokenEndpoint(
    ServiceAccounts accounts, Tokens tokens, Session session, IdempotentRequest idempotent, TimeProvider time) : ApiEndpoint<InServiceAccount<IssueTokenRequest>>
{
    public override void Configure()
    {
        Post("/service-accounts/{serviceAccountId:guid}/tokens");
        Description(route => route
            .Requires(Permission.ManagePeople)
            .RequiresRecentSignIn()
            .Produces<IssuedToken>(StatusCodes.Status201Created)
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity));
    }

    public override async Task<IResult> ExecuteAsync(InServiceAccount<IssueTokenRequest> request, CancellationToken ct)
    {
        if (!await accounts.IsOurs(request.ServiceAccountId, ct))
        {
            return Problems.NotFound;
        }

        IssueTokenEndpoint.Check(request.Body, Tokyo.Today(time));
        return await IssueTokenEndpoint.Issue(
            new(PersonId: null, MembershipId: null, request.ServiceAccountId, request.Body.Name, request.Body.Scopes, request.Body.ExpiresOn), HttpContext.SessionAtHand().Session, tokens, session, idempotent, ct);
    }
}
