using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Reads what happened to acts, with the people who did it.</summary>
internal sealed class ActStories(ActReader acts, Actors actors, PersonalValues values, Histories histories)
{
    /// <summary>The story of an act that <see cref="ActReader"/> has found.</summary>
    public async Task<ActStory> Of(Guid id, AuthorityAct act, CancellationToken ct)
    {
        var (reading, naming) = (acts.EventsOf(id, ct), Signatories.Load(actors, ct));
        var (events, signatories) = (await reading, await naming);
        return new(events, act, signatories, await values.Load(ActStory.Names(events), ct), await histories.Of(events, ct));
    }
}
