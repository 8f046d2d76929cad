using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Idempotency;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Access.SignIn;

/// <summary>An account of a program, with its tokens.</summary>
public sealed record ServiceAccountDetails(Guid Id, string Name, Role Role, Guid? SectionId, DateTimeOffset CreatedAt, IReadOnlyList<TokenDetails> Tokens);

/// <summary>A program that is to act for the organisation.</summary>
public sealed record CreateServiceAccountRequest(string Name, Role Role, Guid? SectionId = null);

/// <summary>The account.</summary>
public sealed record ServiceAccountCreated(Guid Id);

/// <summary>Accounts of programs in one's own organisation. They have tokens and nothing else to sign in with.</summary>
public static class ServiceAccountsEndpoint
{
    private const int LongestName = 100;

    /// <summary>/api/organisations/{id}/service-accounts and /api/service-accounts/{serviceAccountId}.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/organisations/{id:guid}/service-accounts", List)
            .Requires(Permission.ManagePeople).Reads<IReadOnlyList<ServiceAccountDetails>>().WithName("getServiceAccounts").WithTags("SignIn");
        api.MapPost("/organisations/{id:guid}/service-accounts", Create)
            .Requires(Permission.ManagePeople).RequiresRecentSignIn().Produces<ServiceAccountCreated>(StatusCodes.Status201Created)
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity).WithName("createServiceAccount").WithTags("SignIn");
        api.MapDelete("/service-accounts/{serviceAccountId:guid}", End)
            .Requires(Permission.ManagePeople).RequiresRecentSignIn().Produces(StatusCodes.Status204NoContent)
            .Refuses(StatusCodes.Status404NotFound).WithName("endServiceAccount").WithTags("SignIn");
        api.MapPost("/service-accounts/{serviceAccountId:guid}/tokens", Issue)
            .Requires(Permission.ManagePeople).RequiresRecentSignIn().Produces<IssuedToken>(StatusCodes.Status201Created)
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity).WithName("issueServiceToken").WithTags("SignIn");
        api.MapDelete("/service-accounts/{serviceAccountId:guid}/tokens/{tokenId:guid}", Revoke)
            .Requires(Permission.ManagePeople).Produces(StatusCodes.Status204NoContent)
            .Refuses(StatusCodes.Status404NotFound).WithName("revokeServiceToken").WithTags("SignIn");
    }

    private static async Task<IResult> List(Guid id, OrganisationAccess access, EventStore store, Tokens tokens, CancellationToken ct)
    {
        if (!access.SeesPeople(id))
        {
            return Problems.NotFound;
        }

        var found = await store.Read(
            new Reading<IReadOnlyList<ServiceAccountDetails>>(
                "SELECT id, name, role, section_id, created_at FROM service_accounts WHERE organisation_id = $1 AND ended_at IS NULL ORDER BY id", [Statement.Parameter(id)],
                async (row, token) =>
                {
                    var accounts = new List<ServiceAccountDetails>();
                    while (await row.ReadAsync(token))
                    {
                        accounts.Add(new(row.GetGuid(0), row.GetString(1), row.Word<Role>(2), row.OrNull<Guid>(3), row.GetFieldValue<DateTimeOffset>(4), []));
                    }

                    return accounts;
                }),
            ct);
        var described = new List<ServiceAccountDetails>();
        foreach (var account in found)
        {
            described.Add(account with { Tokens = await tokens.Of(account.Id, ct) });
        }

        return new Answer<IReadOnlyList<ServiceAccountDetails>>(described);
    }

    private static async Task<IResult> Create(
        Guid id, CreateServiceAccountRequest request, OrganisationAccess access, Actor actor, Session session, IdempotentRequest idempotent, TimeProvider time, CancellationToken ct)
    {
        if (await access.Own(id, ct) is not { Value: var organisation })
        {
            return Problems.NotFound;
        }

        var refusal = request switch
        {
            _ when Texts.Line(request.Name, LongestName, "/name") is { } wrong => wrong,
            _ when !PersonDecider.RolesOf(organisation.Kind).Contains(request.Role) => PersonRefusals.RoleNotOfOrganisation,
            { SectionId: null } when PersonDecider.HasSection(request.Role) => PersonRefusals.SectionMissing,
            { SectionId: { } section } when !PersonDecider.HasSection(request.Role) || organisation.Sections.All(s => s.Id != section) => PersonRefusals.SectionUnknown,
            _ => access.Gives(request.Role, request.SectionId),
        };
        if (refusal is not null)
        {
            return Problems.From(refusal);
        }

        var answer = new ServiceAccountCreated(Guid.CreateVersion7(time.GetUtcNow()));
        session.QueueSql(Statement.Of(
            "INSERT INTO service_accounts (id, organisation_id, section_id, role, name, created_by, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            answer.Id, id, request.SectionId, request.Role, request.Name, actor.PersonId, time.GetUtcNow()));
        idempotent.KeepIn(session, answer, StatusCodes.Status201Created, location: null, version: null);
        await session.SaveChanges(ct);
        return new Answer<ServiceAccountCreated>(answer, StatusCodes.Status201Created);
    }

    private static async Task<IResult> End(Guid serviceAccountId, OrganisationAccess access, EventStore store, NpgsqlDataSource database, TimeProvider time, CancellationToken ct)
    {
        if (!await IsOurs(serviceAccountId, access, store, ct))
        {
            return Problems.NotFound;
        }

        await database.Run(Statement.Of("UPDATE service_accounts SET ended_at = $2 WHERE id = $1", serviceAccountId, time.GetUtcNow()), ct);
        await database.Run(Statement.Of("DELETE FROM tokens WHERE service_account_id = $1", serviceAccountId), ct);
        return Results.NoContent();
    }

    private static async Task<IResult> Issue(
        Guid serviceAccountId, IssueTokenRequest request, HttpContext context, OrganisationAccess access, EventStore store, Tokens tokens, Session session, IdempotentRequest idempotent, TimeProvider time, CancellationToken ct) =>
        !await IsOurs(serviceAccountId, access, store, ct) ? Problems.NotFound
        : IssueTokenEndpoint.Check(request, Tokyo.Today(time))
            ?? await IssueTokenEndpoint.Issue(new(PersonId: null, MembershipId: null, serviceAccountId, request.Name, request.Scopes, request.ExpiresOn), context.SessionAtHand().Session, tokens, session, idempotent, ct);

    private static async Task<IResult> Revoke(Guid serviceAccountId, Guid tokenId, OrganisationAccess access, EventStore store, Tokens tokens, CancellationToken ct) =>
        await IsOurs(serviceAccountId, access, store, ct) && await tokens.Revoke(serviceAccountId, tokenId, ct) ? Results.NoContent() : Problems.NotFound;

    /// <summary>Of one's own organisation, and of a role that one gives.</summary>
    private static async Task<bool> IsOurs(Guid id, OrganisationAccess access, EventStore store, CancellationToken ct)
    {
        var found = await store.Read(
            new Reading<(Guid Organisation, Guid? Section, Role Role)?>(
                "SELECT organisation_id, section_id, role FROM service_accounts WHERE id = $1 AND ended_at IS NULL", [Statement.Parameter(id)],
                async (row, token) => await row.ReadAsync(token) ? (row.GetGuid(0), row.OrNull<Guid>(1), row.Word<Role>(2)) : null),
            ct);
        return found is var (organisation, section, role) && access.SeesPeople(organisation) && access.Gives(role, section) is null;
    }
}
