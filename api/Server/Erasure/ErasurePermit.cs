using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Erasure;

/// <summary>Whom an administrator may erase: people of their own organisation, who act for no other today, and not themselves.</summary>
internal sealed class ErasurePermit(Session session, Actor actor, TimeProvider time)
{
    /// <summary>The person's stream where it is this administrator's to look at, else null; and why it may not be erased now, or null.</summary>
    public async Task<(StreamForWriting<Person>? Stream, Refusal? Refusal)> Of(Guid personId, CancellationToken ct)
    {
        var stream = await session.FetchForWriting<Person>(personId, ct);
        var person = stream.Aggregate;
        return !person.Exists || person.Memberships.All(membership => membership.OrganisationId != actor.OrganisationId)
            ? (null, null)
            : (stream, PersonDecider.NotToErase(personId, person, actor, Tokyo.Today(time)));
    }
}
