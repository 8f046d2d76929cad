using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Chronicle;

/// <summary>An event with what is known of the thing that it happened to.</summary>
/// <param name="Noun">The noun of its stream.</param>
/// <param name="Incident">It is about an incident.</param>
/// <param name="IsThere">False of an item that the contract's edition no longer has, and of a file whose bytes were erased.</param>
/// <param name="ForId">The act or the report that the stream belongs to, where it is not the stream itself.</param>
internal sealed record RecordedThing(
    RecordedEvent Event, string Noun, bool Incident, string? Name, string? Wording, int? Number, bool IsThere, DateSpan? Period, Guid? ForId)
{
    /// <summary>Where it is; null where it has no page any more.</summary>
    public ChroniclePlace? Place => Noun switch
    {
        "authority_act" => new("ACT", Event.StreamId, Number: null),
        "decision_draft" => new("ACT", ForId ?? Event.StreamId, Number: null),
        "report_review" => new("REPORT", ForId ?? Event.StreamId, Number: null),
        _ when !IsThere => null,
        "obligation" => new("OBLIGATION", Event.StreamId, Number),
        _ => new(Noun.ToUpperInvariant(), Event.StreamId, Number: null),
    };
}
