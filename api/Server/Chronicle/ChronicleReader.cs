using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Chronicle;

/// <summary>Reads the 経緯 of a contract, inside what the actor sees.</summary>
internal sealed class ChronicleReader(EventStore store, Actors actors, PersonalValues values, Actor actor)
{
    /// <summary>What happened, the latest first, and whether there is more than the query's limit.</summary>
    public async Task<(IReadOnlyList<ChronicleEntry> Entries, bool More)> Read(ChronicleQuery query, CancellationToken ct)
    {
        var found = await store.Read(query.Statement(store, actor), ct);
        IReadOnlyList<RecordedThing> things = [.. found.Take(query.Limit)];
        var names = await values.Load([.. things.SelectMany(thing => NamesIn(thing.Event.Data))], ct);
        var signatories = await Signatories.Load(actors, things.Select(thing => thing.Event.Headers), ct);
        return ([.. things.Select(thing => EntryOf(thing, names, signatories))], found.Count > query.Limit);
    }

    private static ChronicleEntry EntryOf(RecordedThing thing, IReadOnlyDictionary<PersonalRef, string> names, Signatories signatories)
    {
        var (e, words) = (thing.Event, ChronicleWords.All);
        var told = words.Of(e.Data, new(thing.Name, thing.Wording, thing.Number, thing.Period, name => names.GetValueOrDefault(name, PersonalValues.Erased)));
        var kind = words.KindsOf(e.Data.GetType())[0];
        return new(e.Sequence, thing.Incident && kind == ChronicleKind.INQUIRY ? ChronicleKind.INCIDENT : kind, e.RecordedAt, signatories.Of(e.Headers), told, thing.Place);
    }

    // The people whom a sentence names.
    private static IEnumerable<PersonalRef> NamesIn(object e) => e is ContractOfficersChanged changed ? changed.Officers.Select(officer => officer.Name) : [];
}
