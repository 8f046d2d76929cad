using System.Text.Json.Nodes;

namespace SecurityTracker.EventStore;

/// <summary>Whose stream it is: promoted on mt_streams.</summary>
/// <param name="ContractId">The contract, for whatever belongs to one.</param>
/// <param name="OrganisationId">The organisation, for what is an organisation's own.</param>
public sealed record StreamScope(Guid? ContractId, Guid? OrganisationId)
{
    /// <summary>Nobody's in particular: the catalogue.</summary>
    public static StreamScope None { get; } = new(ContractId: null, OrganisationId: null);
}

/// <summary>Who and why, kept beside every event of a session.</summary>
/// <param name="Headers">mt_events.headers; part of the hash.</param>
/// <param name="CorrelationId">The request.</param>
/// <param name="CausationId">What led to it.</param>
/// <param name="UserName">The actor's id, for Marten's column.</param>
public sealed record SessionMetadata(JsonObject Headers, string? CorrelationId, string? CausationId, string? UserName)
{
    /// <summary>Nothing known.</summary>
    public static SessionMetadata None { get; } = new([], CorrelationId: null, CausationId: null, UserName: null);
}

/// <summary>A snapshot or document as it stands.</summary>
/// <param name="Id">The stream or document.</param>
/// <param name="Value">The state.</param>
/// <param name="Version">The stream's version, or how often the document was written.</param>
public sealed record Versioned<T>(Guid Id, T Value, long Version)
{
    /// <summary>When it was last written.</summary>
    public DateTimeOffset ModifiedAt { get; init; }

    /// <summary>What its page is ordered by, as PostgreSQL prints it.</summary>
    internal string? Key { get; init; }
}

/// <summary>A document's JSON as the database gives it, for answers that need no object in between.</summary>
public sealed record RawDocument(Guid Id, ReadOnlyMemory<byte> Json, long Version);

/// <summary>An event as it was recorded.</summary>
/// <param name="Id">The event's own id.</param>
/// <param name="StreamId">The stream.</param>
/// <param name="Version">Its place in the stream, from 1.</param>
/// <param name="Sequence">Its number in the store.</param>
/// <param name="Type">mt_events.type.</param>
/// <param name="Data">The event, upcast.</param>
/// <param name="RecordedAt">UTC, to the microsecond.</param>
/// <param name="Headers">The session's headers.</param>
/// <param name="Hash">SHA-256 (<see cref="EventHash"/>), null for events that came without.</param>
public sealed record RecordedEvent(
    Guid Id, Guid StreamId, long Version, long Sequence, string Type, object Data, DateTimeOffset RecordedAt, JsonObject Headers, byte[]? Hash)
{
    /// <summary>The request that appended it.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>What led to it.</summary>
    public string? CausationId { get; init; }

    /// <summary>Who appended it.</summary>
    public string? UserName { get; init; }
}
