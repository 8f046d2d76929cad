using System.Globalization;
using Npgsql;
using SecurityTracker.Domain;

namespace SecurityTracker.Server.Access;

/// <summary>
/// The boundary is a contract's parties. Every query and every count over contracts, and over anything that hangs on one, takes
/// this predicate; there is no read without it.
/// </summary>
public static class Visible
{
    /// <summary>
    /// What an actor sees of the contracts: a contractor's people those of their organisation, an office's people those of their
    /// office, an administrator none (by virtue of the role), the program itself all.
    /// </summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="parameters">The query's parameters so far; those of the predicate are added behind them.</param>
    /// <param name="contract">The alias of <c>mt_doc_contract</c> in the query.</param>
    /// <returns>SQL, to be joined by AND.</returns>
    public static string To(Actor actor, IList<NpgsqlParameter> parameters, string contract = "c")
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(parameters);
        return actor switch
        {
            { Kind: ActorKind.SYSTEM } => "true",
            { OrganisationId: { } organisation, Role: Role.CONTRACTOR_OFFICER or Role.CONTRACTOR_STAFF } =>
                $"{contract}.contractor_organisation_id = {Parameter(parameters, organisation)}",
            { OrganisationId: { } organisation, Role: Role.SUPERVISING_OFFICER or Role.SECTION_HEAD or Role.AUDITOR } =>
                $"{contract}.office_organisation_id = {Parameter(parameters, organisation)}",
            _ => "false",
        };
    }

    private static string Parameter(IList<NpgsqlParameter> parameters, Guid value)
    {
        parameters.Add(new NpgsqlParameter<Guid> { TypedValue = value });
        return string.Create(CultureInfo.InvariantCulture, $"${parameters.Count}");
    }
}
