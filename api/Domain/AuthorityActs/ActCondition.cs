using System.Text.Json;
using System.Text.Json.Serialization;

namespace SecurityTracker.Domain.AuthorityActs;

/// <summary>附した条件: what a word was given on.</summary>
/// <param name="Text">The condition in words.</param>
/// <param name="DueOn">期限: the last day for doing what it asks, or null where it names none. The word itself ends by its own expiry.</param>
[JsonConverter(typeof(ActConditionJson))]
public sealed record ActCondition(string Text, DateOnly? DueOn = null);

/// <summary>
/// A condition as JSON. Conditions had no date at first and were plain strings: one without a date still is, so that events read
/// and look as they always did. One with a date is an object.
/// </summary>
internal sealed class ActConditionJson : JsonConverter<ActCondition>
{
    public override ActCondition Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String && reader.GetString() is { } plain)
        {
            return new(plain);
        }

        return JsonSerializer.Deserialize<Dated>(ref reader, options) is { Text: { } text } dated
            ? new(text, dated.DueOn)
            : throw new JsonException("A condition wants its text");
    }

    public override void Write(Utf8JsonWriter writer, ActCondition value, JsonSerializerOptions options)
    {
        if (value.DueOn is null)
        {
            writer.WriteStringValue(value.Text);
            return;
        }

        JsonSerializer.Serialize(writer, new Dated(value.Text, value.DueOn), options);
    }

    private sealed record Dated(string? Text, DateOnly? DueOn = null);
}
