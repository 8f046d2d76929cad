using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn;

/// <summary>An account of a program, with its tokens.</summary>
internal sealed record ServiceAccountDetails(Guid Id, string Name, Role Role, Guid? SectionId, DateTimeOffset CreatedAt, IReadOnlyList<TokenDetails> Tokens);

/// <summary>The accounts of programs in one's own organisation. They have tokens and nothing else to sign in with.</summary>
internal sealed class GetServiceAccountsEndpoint(OrganisationAccess access, EventStore store, Tokens tokens) : ApiEndpoint<OfOrganisation>
{
    public override void Configure()
    {
        Get("/organisations/{id:guid}/service-accounts");
        Description(route => route
            .Requires(Permission.ManagePeople)
            .Reads<IReadOnlyList<ServiceAccountDetails>>());
    }

    public override async Task<IResult> ExecuteAsync(OfOrganisation request, CancellationToken ct)
    {
        if (!access.SeesPeople(request.Id))
        {
            return Problems.NotFound;
        }

        var found = await store.Read(
            new SqlQuery<IReadOnlyList<ServiceAccountDetails>>(
                "SELECT id, name, role, section_id, created_at FROM service_accounts WHERE organisation_id = $1 AND ended_at IS NULL ORDER BY id", [SqlStatement.Parameter(request.Id)],
                (row, token) => row.All<ServiceAccountDetails>(r => new(r.GetGuid(0), r.GetString(1), r.Word<Role>(2), r.OrNull<Guid>(3), r.GetFieldValue<DateTimeOffset>(4), []), token)),
            ct);
        var described = new List<ServiceAccountDetails>();
        foreach (var account in found)
        {
            described.Add(account with { Tokens = await tokens.Of(account.Id, ct) });
        }

        return new Answer<IReadOnlyList<ServiceAccountDetails>>(described);
    }
}
