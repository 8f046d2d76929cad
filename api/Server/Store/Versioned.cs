using System.Text.Json.Serialization;
using JasperFx.Events;
using Marten.Events.Aggregation;

namespace SecurityTracker.Server.Store;

/// <summary>The state of a stream as it stands: Marten's document, around a state that knows nothing of Marten.</summary>
/// <param name="Id">The stream.</param>
/// <param name="Value">The state.</param>
/// <param name="Version">The stream's version.</param>
internal sealed record Versioned<T>(Guid Id, T Value, [property: JsonIgnore] long Version)
{
    /// <summary>When its last event was recorded.</summary>
    public DateTimeOffset ModifiedAt { get; init; }
}

/// <summary>Keeps the snapshots of a noun, by the noun's own pure fold.</summary>
internal sealed class SnapshotProjection<T> : SingleStreamProjection<Versioned<T>, Guid>
    where T : notnull
{
    private readonly Noun<T> noun;

    internal SnapshotProjection(Noun<T> noun, IEnumerable<Type> events)
    {
        this.noun = noun;
        foreach (var type in events)
        {
            IncludeType(type);
        }
    }

    public override Versioned<T> Evolve(Versioned<T>? snapshot, Guid id, IEvent e) => noun.Evolve(snapshot, id, e);
}
