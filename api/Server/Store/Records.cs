using System.Text.Json;
using System.Text.Json.Nodes;
using JasperFx.Events;

namespace SecurityTracker.Server.Store;

/// <summary>Whose stream it is: kept in <c>stream_scopes</c>.</summary>
/// <param name="ContractId">The contract, for whatever belongs to one.</param>
/// <param name="OrganisationId">The organisation, for what is an organisation's own.</param>
internal sealed record StreamScope(Guid? ContractId, Guid? OrganisationId)
{
    /// <summary>Nobody's in particular: the catalogue.</summary>
    public static StreamScope None { get; } = new(ContractId: null, OrganisationId: null);
}

/// <summary>Who and why, kept beside every event of a session.</summary>
/// <param name="Headers">mt_events.headers.</param>
/// <param name="CorrelationId">The request.</param>
/// <param name="CausationId">What led to it.</param>
/// <param name="UserName">The actor's id, for Marten's column.</param>
internal sealed record SessionMetadata(JsonObject Headers, string? CorrelationId, string? CausationId, string? UserName)
{
    /// <summary>Nothing known.</summary>
    public static SessionMetadata None { get; } = new([], CorrelationId: null, CausationId: null, UserName: null);
}

/// <summary>An event as it was recorded.</summary>
/// <param name="Id">The event's own id.</param>
/// <param name="StreamId">The stream.</param>
/// <param name="Version">Its place in the stream, from 1.</param>
/// <param name="Sequence">Its number in the store.</param>
/// <param name="Type">mt_events.type.</param>
/// <param name="Data">The event.</param>
/// <param name="RecordedAt">UTC, to the microsecond.</param>
/// <param name="Headers">The session's headers.</param>
internal sealed record RecordedEvent(Guid Id, Guid StreamId, long Version, long Sequence, string Type, object Data, DateTimeOffset RecordedAt, JsonObject Headers)
{
    internal static RecordedEvent Of(IEvent e) =>
        new(e.Id, e.StreamId, e.Version, e.Sequence, e.EventTypeName, e.Data, e.Timestamp.ToUniversalTime(), JsonSerializer.SerializeToNode(e.Headers ?? [])!.AsObject());
}
