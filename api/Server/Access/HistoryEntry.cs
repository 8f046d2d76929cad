using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Access;

/// <summary>One thing that happened, with who and when.</summary>
/// <param name="Version">The thing's version with it.</param>
/// <param name="Type">The event's name, e.g. <c>obligation_status_set</c>.</param>
/// <param name="RecordedAt">The instant (UTC) at which it was recorded.</param>
/// <param name="Actor">Who recorded it.</param>
/// <param name="Change">What was recorded, as it was recorded.</param>
internal sealed record HistoryEntry(long Version, string Type, DateTimeOffset RecordedAt, ActedBy Actor, object Change)
{
    /// <summary>A recorded event as it is shown.</summary>
    public static HistoryEntry Of(RecordedEvent recorded, Signatories signatories) =>
        new(recorded.Version, recorded.Type, recorded.RecordedAt.ToUniversalTime(), signatories.Of(recorded.Headers), recorded.Data);
}
