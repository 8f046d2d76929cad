using System.Text.Json;
using System.Text.Json.Serialization;
using SecurityTracker.Domain;

namespace SecurityTracker.Server.Http;

/// <summary>
/// Whether the actor could do something with a thing as it stands: <c>true</c>, or <c>{ "code", "reason": { ja, en } }</c>. A client
/// shows the reason instead of guessing from roles; the act itself decides again.
/// </summary>
/// <param name="Code">That of the refusal or problem that the act would answer, or null when it can be done.</param>
/// <param name="Reason">Why not, or null when it can be done.</param>
[JsonConverter(typeof(CanConverter))]
internal sealed record Can(string? Code, Message? Reason)
{
    /// <summary>It can be done.</summary>
    public static Can Yes { get; } = new(Code: null, Reason: null);
}

/// <summary>Writes <see cref="Can"/>; it is never read.</summary>
internal sealed class CanConverter : JsonConverter<Can>
{
    public override Can Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("What can be done is said by the server alone.");

    public override void Write(Utf8JsonWriter writer, Can value, JsonSerializerOptions options)
    {
        if (value.Reason is null)
        {
            writer.WriteBooleanValue(value: true);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("code", value.Code);
        writer.WritePropertyName("reason");
        JsonSerializer.Serialize(writer, value.Reason, options);
        writer.WriteEndObject();
    }
}
