using System.Globalization;
using Npgsql;
using SecurityTracker.Domain;

namespace SecurityTracker.Server.Access;

/// <summary>
/// The boundary is a contract's parties. Every query and every count over contracts, and over anything that hangs on one, takes
/// these predicates; there is no read without them.
/// </summary>
internal static class Visible
{
    /// <summary>
    /// What an actor sees of the contracts. A contractor's officer: those of their organisation and those it is a joint party to
    /// (連名契約). Their staff: of these the ones with an item assigned to them. 担当職員 and 課室長: those of their 課室. An auditor: those
    /// of the office. A 再委託先 (its world is its parts) and an administrator: none by virtue of the role. The program itself: all.
    /// </summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="parameters">The query's parameters so far; those of the predicate are added behind them.</param>
    /// <param name="contract">The alias of <c>mt_doc_contract</c> in the query.</param>
    /// <returns>SQL, to be joined by AND.</returns>
    public static string To(Actor actor, IList<NpgsqlParameter> parameters, string contract = "c") => actor switch
    {
        { Kind: ActorKind.SYSTEM } => "true",
        { OrganisationId: { } organisation, Role: Role.CONTRACTOR_OFFICER } => OfParty(contract, Parameter(parameters, organisation)),
        { OrganisationId: { } organisation, PersonId: { } person, Role: Role.CONTRACTOR_STAFF } =>
            $"({OfParty(contract, Parameter(parameters, organisation))} AND EXISTS (SELECT FROM mt_doc_obligation a WHERE a.contract_id = {contract}.id AND a.in_force AND {AssignedTo("a", Parameter(parameters, person))}))",
        { OrganisationId: { } organisation, SectionId: { } section, Role: Role.SUPERVISING_OFFICER or Role.SECTION_HEAD } =>
            OfSection(contract, Parameter(parameters, organisation), Parameter(parameters, section)),
        { OrganisationId: { } organisation, Role: Role.AUDITOR } => $"{contract}.office_organisation_id = {Parameter(parameters, organisation)}",
        _ => "false",
    };

    /// <summary>What an actor sees of the items of a contract that they see: staff what is assigned to them, everyone else all.</summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="parameters">The query's parameters so far.</param>
    /// <param name="obligation">The alias of <c>mt_doc_obligation</c> in the query.</param>
    /// <returns>SQL, to be joined by AND to <see cref="To"/>.</returns>
    public static string Obligations(Actor actor, IList<NpgsqlParameter> parameters, string obligation = "d") =>
        actor is { Kind: not ActorKind.SYSTEM, Role: Role.CONTRACTOR_STAFF, PersonId: { } person }
            ? AssignedTo(obligation, Parameter(parameters, person))
            : "true";

    /// <summary>
    /// Whether an actor sees the contractor's own work before it is handed in or presented. For the ministry a draft does not exist: not
    /// as a thing, not in a list or a count, not in the version of another thing. The record of the items is no draft: it is there for both (契約の一覧).
    /// </summary>
    /// <param name="actor">Who reads.</param>
    public static bool SeesUnsent(Actor actor) =>
        actor.Kind == ActorKind.SYSTEM || actor.Role is Role.CONTRACTOR_OFFICER or Role.CONTRACTOR_STAFF;

    /// <summary>What an actor sees of the reports of a contract that they see: the contractor all, the ministry what was handed in.</summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="report">The alias of <c>mt_doc_report</c> in the query.</param>
    /// <returns>SQL, to be joined by AND to <see cref="To"/>.</returns>
    public static string Reports(Actor actor, string report = "d") => SeesUnsent(actor) ? "true" : $"{report}.submitted_on IS NOT NULL";

    /// <summary>
    /// What an actor sees of the parts of 再委託先: one of these its own, a party of the contract those of the contracts it sees; staff,
    /// whose items are the contractor's own, none.
    /// </summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="parameters">The query's parameters so far.</param>
    /// <param name="part">The alias of <c>mt_doc_part</c>.</param>
    /// <param name="contract">The alias of <c>mt_doc_contract</c>, joined to it.</param>
    public static string Parts(Actor actor, IList<NpgsqlParameter> parameters, string part = "d", string contract = "c") => actor switch
    {
        { Kind: not ActorKind.SYSTEM, Role: Role.SUBCONTRACTOR_OFFICER, OrganisationId: { } own } => $"{part}.organisation_id = {Parameter(parameters, own)}",
        { Kind: not ActorKind.SYSTEM, Role: Role.CONTRACTOR_STAFF } => "false",
        _ => To(actor, parameters, contract),
    };

    /// <summary>
    /// Which rows of what is to be done stand in an actor's list: those of the contracts that they see, of a contractor's staff their own, of a
    /// 再委託先 those of its parts. Each row has the boundary of its contract.
    /// </summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="parameters">The query's parameters so far.</param>
    /// <param name="item">The alias of <c>inbox_items</c>.</param>
    public static string InboxItems(Actor actor, IList<NpgsqlParameter> parameters, string item = "i") => actor switch
    {
        { Kind: not ActorKind.SYSTEM, OrganisationId: { } own, Role: Role.SUBCONTRACTOR_OFFICER } => $"{item}.organisation_id = {Parameter(parameters, own)}",
        { Kind: not ActorKind.SYSTEM, OrganisationId: { } own, PersonId: { } person, Role: Role.CONTRACTOR_STAFF } =>
            $"({OfParty(item, Parameter(parameters, own))} AND {item}.person_ids @> ARRAY[{Parameter(parameters, person)}])",
        _ => To(actor, parameters, item),
    };

    /// <summary>
    /// What an actor sees of the organisations, by name: the ministry's offices that somebody belongs to, their own, those they
    /// registered, and the firms on contracts of their organisation or office; an administrator of those whose installation it is, all.
    /// </summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="parameters">The query's parameters so far.</param>
    /// <param name="organisation">The alias of <c>mt_doc_organisation</c>.</param>
    public static string Organisations(Actor actor, IList<NpgsqlParameter> parameters, string organisation = "d")
    {
        if (actor.Kind == ActorKind.SYSTEM || (actor.Role == Role.ADMINISTRATOR && FirstOrganisations.Keep(actor)))
        {
            return "true";
        }

        var own = Parameter(parameters, actor.OrganisationId ?? Guid.Empty);
        var (o, firms) = (organisation, $"(k.contractor_organisation_id = {organisation}.id OR k.firm_ids @> ARRAY[{organisation}.id])");
        return $"""
            ({o}.id = {own} OR {o}.registered_by_id = {own}
             OR ({o}.kind = 'MINISTRY_OFFICE' AND ({o}.registered_by_id IS NULL OR EXISTS (SELECT FROM mt_doc_person m WHERE m.organisation_ids @> ARRAY[{o}.id])))
             OR EXISTS (SELECT FROM mt_doc_contract k WHERE (k.contractor_organisation_id = {own} OR k.office_organisation_id = {own}) AND {firms})
             OR EXISTS (SELECT FROM mt_doc_contract k WHERE k.firm_ids @> ARRAY[{own}] AND k.contractor_organisation_id = {o}.id))
            """;
    }

    /// <summary>
    /// Which streams an actor may extend, as far as the boundary goes (what the role may do is the permission's matter): those of
    /// contracts they see, of these staff only the contract and what is assigned to them; those of their organisation; of nobody in
    /// particular all but other people's own.
    /// </summary>
    /// <param name="actor">Who writes.</param>
    /// <param name="parameters">The query's parameters so far.</param>
    /// <returns>SQL over <c>stream_scopes s</c>.</returns>
    public static string Streams(Actor actor, IList<NpgsqlParameter> parameters)
    {
        if (actor.Kind == ActorKind.SYSTEM)
        {
            return "true";
        }

        var own = Parameter(parameters, actor.OrganisationId ?? Guid.Empty);
        var person = Parameter(parameters, actor.PersonId ?? Guid.Empty);
        var ofContract = actor.Role switch
        {
            Role.SUBCONTRACTOR_OFFICER => $"(EXISTS (SELECT FROM mt_doc_part p WHERE p.id = s.id AND p.organisation_id = {own}) OR EXISTS (SELECT FROM mt_doc_file f WHERE f.id = s.id AND f.part_id IS NOT NULL AND f.organisation_id = {own}))",
            Role.CONTRACTOR_STAFF => $"{OfContract(actor, parameters)} AND (s.id = s.contract_id OR EXISTS (SELECT FROM mt_doc_obligation a WHERE a.id = s.id AND {AssignedTo("a", person)}))",
            _ when SeesUnsent(actor) => OfContract(actor, parameters),
            _ => $"{OfContract(actor, parameters)} AND (s.noun <> 'report' OR EXISTS (SELECT FROM mt_doc_report r WHERE r.id = s.id AND {Reports(actor, "r")}))",
        };
        return $"""
            CASE WHEN s.contract_id IS NOT NULL THEN {ofContract}
                 WHEN s.noun = 'person' THEN s.id = {person}
                 WHEN s.organisation_id IS NULL OR s.organisation_id = {own} THEN true
                 ELSE s.noun = 'organisation' AND {LooksAfter(own)} END
            """;
    }

    private static string OfContract(Actor actor, IList<NpgsqlParameter> parameters) =>
        $"EXISTS (SELECT FROM mt_doc_contract c WHERE c.id = s.contract_id AND {To(actor, parameters)})";

    // Nobody of its own looks after it yet: then who registered it does.
    private static string LooksAfter(string own) => $"""
        EXISTS (SELECT FROM mt_doc_organisation o WHERE o.id = s.id
                AND (o.registered_by_id = {own} OR (o.registered_by_id IS NULL AND {own} IN ('{FirstOrganisations.ContractorId}', '{FirstOrganisations.OfficeId}')))
                AND NOT EXISTS (SELECT FROM mt_doc_person m WHERE m.organisation_ids @> ARRAY[o.id]))
        """;

    private static string OfParty(string contract, string organisation) =>
        $"({contract}.contractor_organisation_id = {organisation} OR {contract}.joint_member_ids @> ARRAY[{organisation}])";

    // A contract that was registered before 課室 had ids names its own.
    private static string OfSection(string contract, string organisation, string section) => $"""
        ({contract}.office_organisation_id = {organisation} AND ({contract}.section_id = {section} OR ({contract}.section_id IS NULL AND {contract}.section_name =
            (SELECT x ->> 'name' FROM mt_doc_organisation g, jsonb_array_elements(g.data -> 'value' -> 'sections') x WHERE g.id = {organisation} AND (x ->> 'id')::uuid = {section}))))
        """;

    private static string AssignedTo(string obligation, string person) => $"{obligation}.assignee_ids @> ARRAY[{person}]";

    private static string Parameter(IList<NpgsqlParameter> parameters, Guid value)
    {
        parameters.Add(new NpgsqlParameter<Guid> { TypedValue = value });
        return string.Create(CultureInfo.InvariantCulture, $"${parameters.Count}");
    }
}
