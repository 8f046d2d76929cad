using System.Text.Json;
using System.Text.Json.Serialization;
using SecurityTracker.Domain;
using SecurityTracker.Formats.Documents;
using SecurityTracker.Formats.Files;
using SecurityTracker.Formats.Mails;

namespace SecurityTracker.Formats.Protocol;

/// <summary>What is wanted of a file.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReadingKind>))]
public enum ReadingKind
{
    /// <summary>Its text: a tender, a filled form.</summary>
    DOCUMENT,

    /// <summary>The lines and cells of a PDF, out of the pieces that pdf.js found on its pages.</summary>
    LAYOUT,

    /// <summary>What kind of file it is, for one that is to be kept.</summary>
    TYPE,

    /// <summary>What a mail says and carries.</summary>
    MAIL,
}

/// <summary>A question; the bytes of the file follow as a message of their own.</summary>
/// <param name="Name">As the person knows the file.</param>
public sealed record ReadingRequest(ReadingKind Kind, string Name);

/// <summary>An answer: one of the values, or the code of a refusal, most of which the server knows the words of.</summary>
/// <param name="Messages">The words of a refusal that names a limit.</param>
public sealed record ReadingAnswer(string? Refusal = null, ReadDocument? Document = null, FileType? Type = null, MailContents? Mail = null, Message? Messages = null)
{
    /// <summary>An answer that refuses; the words are those of the refusal.</summary>
    public static ReadingAnswer No(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return new(refusal.Code, Messages: refusal.Message);
    }
}

/// <summary>The JSON of both directions.</summary>
public static class ReadingJson
{
    /// <summary>Texts are cleaned where they leave the child, after their last decoding, and again where they arrive.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Converters = { new SoundTexts() } };

    private sealed class SoundTexts : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => SoundText.Of(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(SoundText.Of(value));
    }
}
