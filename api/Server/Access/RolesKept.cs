using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Access;

/// <summary>
/// An organisation is never left without those who look after it: its administrators, and, where somebody else goes who manages
/// people, anyone who does. A rule over many people's records, so the database decides it (<c>require_roles_kept</c>), at the end
/// of the transaction in which somebody goes.
/// </summary>
internal static class RolesKept
{
    /// <summary>The last administrator goes.</summary>
    public static readonly Refusal LastAdministrator = new("last-administrator", RefusalKind.CONFLICT, new(
        "この組織のシステム管理者がいなくなります。先に、ほかの方にシステム管理者の役割を（途切れない日付で）付与してください。",
        "The organisation would be without an administrator. First give the role to somebody else, from that day at the latest."));

    /// <summary>The last goes who could invite anyone.</summary>
    public static readonly Refusal LastToManagePeople = new("last-to-manage-people", RefusalKind.CONFLICT, new(
        "この組織に、ほかの方を招待できる方がいなくなります。先に、ほかの方に役割を付与してください。",
        "Nobody of the organisation could invite anyone any more. First give a role that can to somebody else."));

    private const string AdministratorRule = "last_administrator";
    private const string ManagersRule = "last_to_manage_people";

    private static readonly string[] Administrators = [nameof(Role.ADMINISTRATOR)];
    private static readonly string[] Managers = [.. Permission.ManagePeople.Roles.Select(role => role.ToString())];

    /// <summary>Says which refusal each rule is.</summary>
    public static IServiceCollection AddRolesKept(this IServiceCollection services) => services
        .RefuseOn(AdministratorRule, LastAdministrator)
        .RefuseOn(ManagersRule, LastToManagePeople);

    /// <summary>Demands of the transaction that what a person gives up is kept by others.</summary>
    /// <param name="session">The session that ends the memberships.</param>
    /// <param name="before">What the person acted in before.</param>
    /// <param name="after">And acts in after it.</param>
    public static void KeepRoles(this Session session, IReadOnlyList<Membership> before, IReadOnlyList<Membership> after)
    {
        // In one order everywhere, so that two transactions over the same organisations cannot wait for each other.
        foreach (var ended in after.Except(before).Where(m => m.On is not null).OrderBy(m => m.OrganisationId).ThenBy(m => m.Role))
        {
            if (Permission.ManagePeople.Roles.Contains(ended.Role))
            {
                var (wanted, rule) = ended.Role == Role.ADMINISTRATOR ? (Administrators, AdministratorRule) : (Managers, ManagersRule);
                session.QueueSql(new NpgsqlBatchCommand("SELECT require_roles_kept($1, $2, $3, $4)")
                {
                    Parameters =
                    {
                        new NpgsqlParameter<Guid> { TypedValue = ended.OrganisationId },
                        new NpgsqlParameter<string[]> { TypedValue = wanted },
                        new NpgsqlParameter<DateOnly> { TypedValue = ended.On!.Value },
                        new NpgsqlParameter<string> { TypedValue = rule },
                    },
                });
            }
        }
    }
}
