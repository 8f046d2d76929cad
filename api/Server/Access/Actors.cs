using System.Collections.Concurrent;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.EventStore;

namespace SecurityTracker.Server.Access;

/// <summary>Someone who can act here as long as nobody signs in.</summary>
/// <param name="Id">What goes into the header <c>Actor</c>.</param>
/// <param name="Name">What the person is called: the role's word, as nobody has a name yet.</param>
public sealed record ActorSummary(Guid Id, string Name, Role Role, Guid OrganisationId, string OrganisationName, string? SectionName);

/// <summary>
/// The people of the registered organisations. Until sign-in exists each organisation has one person a role, with an id that
/// follows from organisation and role, so that the acts of today still name the same people tomorrow.
/// </summary>
public sealed class Actors(Store store, People people, TimeProvider time)
{
    private static readonly Role[] OfContractors = [Role.CONTRACTOR_OFFICER, Role.CONTRACTOR_STAFF, Role.ADMINISTRATOR];
    private static readonly Role[] OfOffices = [Role.SUPERVISING_OFFICER, Role.SECTION_HEAD, Role.AUDITOR];

    private readonly ConcurrentDictionary<Guid, Actor> known = new();

    /// <summary>The actor of a fresh installation's requests without the header: its own contractor's officer.</summary>
    public static Actor Default { get; } = Of(FirstOrganisations.ContractorId, section: null, Role.CONTRACTOR_OFFICER);

    /// <summary>Everyone who can act, by organisation in the order of registration.</summary>
    public async Task<IReadOnlyList<ActorSummary>> All(CancellationToken ct)
    {
        var session = store.OpenSession();
        var organisations = await session.Query<Organisation>("ORDER BY d.id", [], ct);
        return [.. organisations.SelectMany(o => RolesOf(o.Value).Select(role => Summary(o, role)))];
    }

    /// <summary>What the organisations are called, by their id.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> Organisations(CancellationToken ct) =>
        (await store.OpenSession().Query<Organisation>("", [], ct)).ToDictionary(o => o.Id, o => o.Value.Name);

    /// <inheritdoc cref="People.Names"/>
    public Task<IReadOnlyDictionary<Guid, string>> Names(CancellationToken ct) => people.Names(ct);

    /// <summary>The actor with this id, or null. Someone with memberships acts in the first that holds today.</summary>
    public async Task<Actor?> Find(Guid personId, CancellationToken ct)
    {
        if (personId == Default.PersonId)
        {
            return Default;
        }

        if (!known.ContainsKey(personId))
        {
            await Learn(ct);
        }

        return known.GetValueOrDefault(personId)
            ?? (await people.Find(personId, ct) is { } person && person.Value.ActingOn(Tokyo.Today(time)) is [var first, ..] ? People.ActorOf(personId, first) : null);
    }

    private async Task Learn(CancellationToken ct)
    {
        var session = store.OpenSession();
        foreach (var organisation in await session.Query<Organisation>("", [], ct))
        {
            foreach (var role in RolesOf(organisation.Value))
            {
                var actor = Of(organisation.Id, FirstSection(organisation.Value)?.Id, role);
                known[actor.PersonId!.Value] = actor;
            }
        }
    }

    private static Actor Of(Guid organisationId, Guid? section, Role role) =>
        new(ActorKind.PERSON, StreamId.Person(organisationId, role.ToString()), organisationId, section, role);

    private static Role[] RolesOf(Organisation organisation) => organisation.Kind == OrganisationKind.CONTRACTOR ? OfContractors : OfOffices;

    private static Section? FirstSection(Organisation organisation) => organisation.Sections is [var first, ..] ? first : null;

    private static ActorSummary Summary(Versioned<Organisation> organisation, Role role) => new(
        StreamId.Person(organisation.Id, role.ToString()),
        NameOf(role),
        role,
        organisation.Id,
        organisation.Value.Name,
        FirstSection(organisation.Value)?.Name);

    /// <summary>The word by which a role is addressed (dossier §6).</summary>
    public static string NameOf(Role role) => role switch
    {
        Role.CONTRACTOR_OFFICER => "情報セキュリティ責任者",
        Role.CONTRACTOR_STAFF => "業務担当者",
        Role.SUBCONTRACTOR_OFFICER => "再委託先責任者",
        Role.SUPERVISING_OFFICER => "担当職員",
        Role.SECTION_HEAD => "課室長",
        Role.AUDITOR => "監査担当者",
        Role.ADMINISTRATOR => "システム管理者",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "A role without a word"),
    };
}
