using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Erasure;

/// <summary>Whom an administrator may erase: people of their own organisation, who act for no other today, and not themselves.</summary>
public sealed class ErasurePermit(Session session, Actor actor, TimeProvider time)
{
    private static readonly Refusal SamePerson = new("same-person", RefusalKind.CONFLICT, new(
        "自分自身の情報は消去できません。別の管理者に依頼してください。", "You cannot erase yourself. Ask another administrator."));

    private static readonly Refusal ActsForOthers = new("acts-for-others", RefusalKind.CONFLICT, new(
        "この人は他の組織でも利用しています。先に他の組織での所属を終了してください。", "This person acts for other organisations too. End those memberships first."));

    /// <summary>The person's stream where it is this administrator's to look at, else null; and why it may not be erased now, or null.</summary>
    public async Task<(StreamForWriting<Person>? Stream, Refusal? Refusal)> Of(Guid personId, CancellationToken ct)
    {
        var stream = await session.FetchForWriting<Person>(personId, ct);
        var person = stream.Aggregate;
        return !person.Exists || person.Memberships.All(membership => membership.OrganisationId != actor.OrganisationId)
            ? (null, null)
            : (stream,
                personId == actor.PersonId ? SamePerson
                : person.ActingOn(Tokyo.Today(time)).Any(membership => membership.OrganisationId != actor.OrganisationId) ? ActsForOthers
                : null);
    }
}
