using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Who acts, and who acted for the other side.</summary>
internal static class ActSides
{
    /// <summary>Who acts now on something with these events.</summary>
    public static ActMoment Moment(Actor actor, IEnumerable<RecordedEvent> events, bool opened, DateTimeOffset now)
    {
        var others = from recorded in events
                     let other = ActorHeaders.Read(recorded.Headers)
                     where other.PersonId is not null && other.Side != actor.Side
                     select other.PersonId!.Value;
        return new(actor.Side, actor.PersonId, others.ToHashSet(), opened, now);
    }
}
