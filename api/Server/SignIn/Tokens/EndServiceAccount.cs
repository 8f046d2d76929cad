using Npgsql;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn;

/// <summary>Ends an account of a program, and its tokens.</summary>
internal sealed class EndServiceAccountEndpoint(
    ServiceAccounts accounts, NpgsqlDataSource database, TimeProvider time) : ApiEndpoint<OfServiceAccount>
{
    public override void Configure()
    {
        Delete("/service-accounts/{serviceAccountId:guid}");
        Description(route => route
            .Requires(Permission.ManagePeople)
            .RequiresRecentSignIn()
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(StatusCodes.Status404NotFound));
    }

    public override async Task<IResult> ExecuteAsync(OfServiceAccount request, CancellationToken ct)
    {
        if (!await accounts.IsOurs(request.ServiceAccountId, ct))
        {
            return Problems.NotFound;
        }

        await database.Run(SqlStatement.Of("UPDATE service_accounts SET ended_at = $2 WHERE id = $1", request.ServiceAccountId, time.GetUtcNow()), ct);
        await database.Run(SqlStatement.Of("DELETE FROM tokens WHERE service_account_id = $1", request.ServiceAccountId), ct);
        return Results.NoContent();
    }
}
