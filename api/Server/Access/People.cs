using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Access;

/// <summary>
/// People as the program itself needs them: for signing in, for accepting an invitation, for setting up. What one person may see of
/// another is not asked here.
/// </summary>
internal sealed class People(EventStore store, PersonalValues values, TimeProvider time)
{
    /// <summary>The person, or null if there is none or it was erased.</summary>
    public async Task<Versioned<Person>?> Find(Guid personId, CancellationToken ct) =>
        await store.OpenSession().Load<Person>(personId, ct) is { Value.Erased: false } person ? person : null;

    /// <summary>Who acts when this person acts as this member today, or null if they do not (any more, or not yet).</summary>
    public async Task<Actor?> Acting(Guid personId, Guid membershipId, CancellationToken ct) =>
        await Find(personId, ct) is { } person && person.Value.Acting(membershipId, Tokyo.Today(time)) is { } membership ? ActorOf(personId, membership) : null;

    /// <summary>The actor of a membership.</summary>
    public static Actor ActorOf(Guid personId, Membership membership) =>
        new(ActorKind.PERSON, personId, membership.OrganisationId, membership.SectionId, membership.Role);

    /// <summary>A text as it is kept of a person, apart from events.</summary>
    /// <param name="session">The session that appends the event.</param>
    /// <param name="personId">Whose it is; erasure goes by it.</param>
    /// <param name="field"><c>name</c> or <c>mail</c>.</param>
    /// <param name="value">The text.</param>
    public PersonalInput Keep(Session session, Guid personId, string field, string value) => new(value, values.Keep(session, personId, field, value));

    /// <summary>Gathers the events of a new person with what they act in; the caller saves the session.</summary>
    public async Task Register(
        Session session, Guid personId, string name, string? mail, IReadOnlyList<GrantMembership> grants, CancellationToken ct)
    {
        var stream = await session.FetchForWriting<Person>(personId, ct);
        var command = new RegisterPerson(
            Keep(session, personId, "name", name), string.IsNullOrWhiteSpace(mail) ? null : Keep(session, personId, "mail", mail));
        Writer.Record(stream, state => PersonDecider.Decide(command, state), StreamScope.None);
        foreach (var grant in grants)
        {
            Writer.Record(stream, state => PersonDecider.Decide(grant, state));
        }
    }
}
