using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using SecurityTracker.Domain;

namespace SecurityTracker.Server.Http;

/// <summary>A word that the enum does not have. System.Text.Json adds the path of the field.</summary>
internal sealed class UnknownWordException(Type type) : JsonException
{
    /// <summary>The words that would have been understood.</summary>
    public IReadOnlyList<string> Known { get; } = Enum.GetNames(type);
}

/// <summary>A character in a text that none of ours holds (<see cref="SoundText"/>).</summary>
internal sealed class CharacterNotAllowedException : JsonException;

/// <summary>Reads and writes every text of the API: what is not sound does not come in, and, wherever it may have come from, does not go out.</summary>
internal sealed class TextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Checked(reader.GetString());

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(SoundText.Of(value));

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Checked(reader.GetString())!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(SoundText.Of(value));

    private static string? Checked(string? text) =>
        SoundText.Is(text) ? text : throw new CharacterNotAllowedException();
}

/// <summary>Enums are their own words, to the letter: no number and no other case stands for one.</summary>
internal sealed class WordConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

    private sealed class Of<TEnum> : JsonConverter<TEnum>
        where TEnum : struct, Enum
    {
        private static readonly Dictionary<string, TEnum> Words = Enum.GetValues<TEnum>().ToDictionary(WordOf, StringComparer.Ordinal);

        public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? Find(reader.GetString()) : throw new UnknownWordException(typeof(TEnum));

        public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) => writer.WriteStringValue(WordOf(value));

        public override TEnum ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Find(reader.GetString());

        public override void WriteAsPropertyName(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) => writer.WritePropertyName(WordOf(value));

        /// <summary>The member's own name, or the name it has in JSON where that is another.</summary>
        private static string WordOf(TEnum value) =>
            typeof(TEnum).GetField(value.ToString())?.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? value.ToString();

        private static TEnum Find(string? word) =>
            word is not null && Words.TryGetValue(word, out var value) ? value : throw new UnknownWordException(typeof(TEnum));
    }
}
