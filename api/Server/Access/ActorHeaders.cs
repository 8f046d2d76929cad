using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SecurityTracker.Domain;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Access;

/// <summary>Who acted, as it stands in the headers of every event: <c>{ "actor": { kind, personId, organisationId, sectionId, role } }</c>.</summary>
internal static class ActorHeaders
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The metadata of a session in which <paramref name="actor"/> acts.</summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="correlationId">What ties the events of one request together.</param>
    public static SessionMetadata Metadata(Actor actor, string? correlationId) =>
        new(new JsonObject { ["actor"] = JsonSerializer.SerializeToNode(actor, Options) }, correlationId, CausationId: null, actor.PersonId?.ToString("D"));

    /// <summary>The actor of a recorded event.</summary>
    public static Actor Read(JsonObject headers) =>
        headers["actor"].Deserialize<Actor>(Options) ?? throw new JsonException("An event without its actor");
}
