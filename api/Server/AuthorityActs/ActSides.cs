using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Which side someone acts for, and who acted for the other one.</summary>
public static class ActSides
{
    /// <summary>The side for which a role acts.</summary>
    public static Side Of(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Role is Role.SUPERVISING_OFFICER or Role.SECTION_HEAD or Role.AUDITOR ? Side.OFFICER : Side.CONTRACTOR;
    }

    /// <summary>Who acts now on something with these events.</summary>
    public static ActMoment Moment(Actor actor, IEnumerable<RecordedEvent> events, bool opened, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var others = from recorded in events
                     let other = ActorHeaders.Read(recorded.Headers)
                     where other.PersonId is not null && Of(other) != Of(actor)
                     select other.PersonId!.Value;
        return new(Of(actor), actor.PersonId, others.ToHashSet(), opened, now);
    }
}
