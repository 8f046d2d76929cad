using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn;

/// <summary>Who must have a second factor: whoever belongs to an office of the ministry, and every administrator.</summary>
internal sealed class OfficesOfTheMinistry(EventStore store, TimeProvider time)
{
    /// <summary>Whether nobody acts in this role without a second factor.</summary>
    public static bool DemandSecondFactor(Role role) => role is Role.ADMINISTRATOR or Role.SUPERVISING_OFFICER or Role.SECTION_HEAD or Role.AUDITOR;

    /// <summary>Whether a person belongs to an office today.</summary>
    public async Task<bool> Has(Person person, CancellationToken ct)
    {
        var held = person.ActingOn(Tokyo.Today(time));
        return held.Count > 0 && (await store.OpenSession().Query<Organisation>(
            "WHERE d.id = ANY ($1) AND d.kind = 'MINISTRY_OFFICE'", [new NpgsqlParameter<Guid[]> { TypedValue = [.. held.Select(m => m.OrganisationId)] }], ct)).Count > 0;
    }

    /// <summary>Whether a person must have a second factor: in an office there is no role without (<see cref="PersonDecider.RolesOf"/>).</summary>
    public bool DemandSecondFactor(Person person) =>
        person.ActingOn(Tokyo.Today(time)).Any(m => DemandSecondFactor(m.Role));
}
