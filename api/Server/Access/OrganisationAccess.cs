using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Access;

/// <summary>What an actor may do with the people and the 課室 of an organisation. What is not theirs is answered as if it did not exist.</summary>
internal sealed class OrganisationAccess(Session session, EventStore store, Actor actor)
{
    private static readonly Refusal OfficesElsewhere = new("offices-elsewhere", RefusalKind.CONFLICT, new(
        "省・局の登録は、このシステムを最初に設定した組織が行います。", "Offices of the ministry are registered by the organisation that set this system up."));

    /// <summary>Whether the actor sees the people of an organisation: their own, and nobody else's.</summary>
    public bool SeesPeople(Guid organisationId) => actor.Kind == ActorKind.SYSTEM || organisationId == actor.OrganisationId;

    /// <summary>The organisation, if it is the actor's own.</summary>
    public async Task<Versioned<Organisation>?> Own(Guid organisationId, CancellationToken ct) =>
        SeesPeople(organisationId) ? await session.Load<Organisation>(organisationId, ct) : null;

    /// <summary>Why the actor does not give or take this role in their own organisation, or null where they do.</summary>
    public Refusal? Gives(Role role, Guid? sectionId) => PersonDecider.NotToGive(role, sectionId, actor);

    /// <summary>Whether the actor could take this role back.</summary>
    public Can CanTake(Role role, Guid? sectionId) => Can.If(Permission.ManagePeople, actor, Gives(role, sectionId));

    /// <summary>Whether the actor could let somebody of the own organisation begin anew with signing in; whether they belong elsewhere is not told.</summary>
    public Can CanReset(Guid personId, IReadOnlyList<PersonMembership> held) => Can.If(
        Permission.ManagePeople, actor,
        personId == actor.PersonId || held.Count == 0 ? PersonRefusals.NotFound : held.Select(m => Gives(m.Role, m.SectionId)).FirstOrDefault(r => r is not null));

    /// <summary>Whether the actor's organisation registered one; the installation's own two, which nobody registered, are of those whose it is.</summary>
    private bool Registered(Organisation organisation) =>
        organisation.RegisteredById is { } by ? by == actor.OrganisationId : FirstOrganisations.Keep(actor);

    /// <summary>Whether the actor could bring offices of the ministry in.</summary>
    public Can CanAddOffice => Can.If(Permission.RegisterOrganisation, actor, FirstOrganisations.Keep(actor) ? null : OfficesElsewhere);

    /// <summary>As what the actor invites the first person of each of these organisations; those whose first person is not the actor's to invite are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<RoleToGive>>> RolesToGiveFirst(IReadOnlyList<Versioned<Organisation>> organisations, CancellationToken ct)
    {
        IReadOnlyList<Versioned<Organisation>> theirs = Permission.ManagePeople.Allows(actor) ? [.. organisations.Where(RegisteredByActor)] : [];
        var settled = await WithPeople([.. theirs.Select(o => o.Id)], ct);
        return theirs.Where(o => !settled.Contains(o.Id)).ToDictionary(o => o.Id, RolesOfFirst);
    }

    private IReadOnlyList<RoleToGive> RolesOfFirst(Versioned<Organisation> organisation)
    {
        IReadOnlyList<Guid> sections = [.. organisation.Value.Sections.Select(s => s.Id)];
        return [.. PersonDecider.RolesOf(organisation.Value.Kind).Where(role => GivesFirst(role) is null).Select(role => new RoleToGive(role, PersonDecider.HasSection(role) ? sections : null))];
    }

    /// <summary>The roles of an organisation that the actor gives, each with the 課室 for which, where it is of one.</summary>
    public IReadOnlyList<RoleToGive> RolesToGive(Organisation organisation)
    {
        IReadOnlyList<Guid>? Sections(Role role) =>
            PersonDecider.HasSection(role) ? [.. organisation.Sections.Select(s => s.Id).Where(id => Gives(role, id) is null)] : null;
        return
        [
            .. PersonDecider.RolesOf(organisation.Kind).Select(role => new RoleToGive(role, Sections(role)))
                .Where(given => given.SectionIds is { } sections ? sections.Count > 0 : Gives(given.Role, sectionId: null) is null),
        ];
    }

    /// <summary>
    /// Whether the actor invites into an organisation that is not their own: one that nobody belongs to yet, for who registered it. The
    /// ministry's offices are brought in by those alone whose installation it is: else a firm could make up an office that approves it.
    /// </summary>
    public async Task<bool> InvitesFirst(Guid organisationId, CancellationToken ct) =>
        await session.Load<Organisation>(organisationId, ct) is { } organisation && RegisteredByActor(organisation) && (await WithPeople([organisationId], ct)).Count == 0;

    private bool RegisteredByActor(Versioned<Organisation> organisation) =>
        (organisation.Value.Kind == OrganisationKind.CONTRACTOR || FirstOrganisations.Keep(actor)) && Registered(organisation.Value);

    // Those of them that somebody belongs to, in one question.
    private async Task<IReadOnlySet<Guid>> WithPeople(Guid[] organisationIds, CancellationToken ct)
    {
        if (organisationIds.Length == 0)
        {
            return new HashSet<Guid>();
        }

        const string Sql = "SELECT o FROM unnest($1) o WHERE EXISTS (SELECT FROM mt_doc_person d WHERE d.organisation_ids @> ARRAY[o])";
        var parameters = new[] { new NpgsqlParameter<Guid[]> { TypedValue = organisationIds } };
        return (await store.Read(new SqlQuery<IReadOnlyList<Guid>>(Sql, parameters, (row, token) => row.All(r => r.GetGuid(0), token)), ct)).ToHashSet();
    }

    /// <summary>Why the actor does not invite someone as this into an organisation that nobody belongs to yet, or null where they do: its officers, and from there on these.</summary>
    public Refusal? GivesFirst(Role role) =>
        FirstOrganisations.Keep(actor) || role is Role.CONTRACTOR_OFFICER or Role.SUBCONTRACTOR_OFFICER ? null : PersonRefusals.RoleNotYours;

    /// <summary>Whether a 課室 is the actor's to look after: a 課室長 their own, an administrator all of their office.</summary>
    public bool LooksAfter(Guid sectionId) => actor.Role == Role.ADMINISTRATOR || actor.SectionId == sectionId;
}
