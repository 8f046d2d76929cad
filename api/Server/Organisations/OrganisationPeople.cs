using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Organisations;

/// <summary>The people of the actor's own organisation. Nobody outside an organisation can list or address its people.</summary>
internal sealed class OrganisationPeople(Session session, Actor actor, TimeProvider time)
{
    /// <summary>Everyone who is or was of an organisation, in the order in which they came; nobody where it is not the actor's own.</summary>
    public async Task<IReadOnlyList<Versioned<Person>>> All(Guid organisationId, CancellationToken ct) =>
        actor.Kind == ActorKind.SYSTEM || organisationId == actor.OrganisationId
            ? await session.Query<Person>("WHERE d.organisation_ids @> ARRAY[$1] ORDER BY d.id", [new NpgsqlParameter<Guid> { TypedValue = organisationId }], ct)
            : [];

    /// <summary>A person for writing, or null where they are not of the actor's own organisation.</summary>
    public async Task<StreamForWriting<Person>?> Fetch(Guid personId, CancellationToken ct)
    {
        var stream = await session.FetchForWriting<Person>(personId, ct);
        return stream.Aggregate is { Exists: true, Erased: false } person && person.Memberships.Any(m => m.OrganisationId == actor.OrganisationId) ? stream : null;
    }

    /// <summary>The person, if they act for an organisation in one of these roles on a day.</summary>
    /// <param name="personId">Who.</param>
    /// <param name="day">In Tokyo.</param>
    /// <param name="wanted">The organisation, the 課室 where it matters, and the roles.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<bool> Acts(Guid personId, DateOnly day, MembershipWanted wanted, CancellationToken ct) =>
        await session.Load<Person>(personId, ct) is { } person && person.Value.ActingOn(day).Any(m => wanted.Fits(m.OrganisationId, m.SectionId, m.Role));

    /// <summary>The day it is in Tokyo.</summary>
    public DateOnly Today => Tokyo.Today(time);
}

/// <summary>A part to be played.</summary>
/// <param name="OrganisationId">For whom.</param>
/// <param name="SectionId">In which 課室, or null where that does not matter.</param>
/// <param name="Roles">In one of these roles.</param>
internal sealed record MembershipWanted(Guid? OrganisationId, Guid? SectionId, params IReadOnlyList<Role> Roles)
{
    /// <summary>Whether this is it.</summary>
    public bool Fits(Guid organisationId, Guid? sectionId, Role role) =>
        organisationId == OrganisationId && (SectionId is null || SectionId == sectionId) && Roles.Contains(role);
}
