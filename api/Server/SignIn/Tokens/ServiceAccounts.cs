using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn;

/// <summary>The accounts of programs that the actor looks after.</summary>
internal sealed class ServiceAccounts(OrganisationAccess access, EventStore store)
{
    /// <summary>Whether an account is of one's own organisation, and of a role that one gives.</summary>
    public async Task<bool> IsOurs(Guid id, CancellationToken ct)
    {
        var found = await store.Read(
            new SqlQuery<(Guid Organisation, Guid? Section, Role Role)?>(
                "SELECT organisation_id, section_id, role FROM service_accounts WHERE id = $1 AND ended_at IS NULL", [SqlStatement.Parameter(id)],
                async (row, token) => await row.ReadAsync(token) ? (row.GetGuid(0), row.OrNull<Guid>(1), row.Word<Role>(2)) : null),
            ct);
        return found is var (organisation, section, role) && access.SeesPeople(organisation) && access.Gives(role, section) is null;
    }
}
